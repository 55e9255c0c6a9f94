package dev.picturelock.contracts.event;

import org.jspecify.annotations.Nullable;

/// An asset version was withdrawn: it must not be used any more.
@EventType(value = "picturelock.asset.withdrawn.v1", topic = Topic.INTAKE)
public record AssetWithdrawn(String asset, String version, @Nullable String reason)
    implements Fact {}
