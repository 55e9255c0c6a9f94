package dev.picturelock.testkit.architecture.circle.below;

import dev.picturelock.testkit.architecture.circle.Above;
import org.jspecify.annotations.Nullable;

public record Below(@Nullable Above above) {}
