package dev.picturelock.testkit.architecture.circle;

import dev.picturelock.testkit.architecture.circle.below.Below;

public record Above(Below below) {}
