package dev.picturelock.contracts.event;

import org.jspecify.annotations.Nullable;

/// Where in the story a shot stands; the parts that do not apply are absent.
public record ShotRef(
    @Nullable String episode,
    @Nullable String scene,
    @Nullable String sequence,
    @Nullable String shot) {}
