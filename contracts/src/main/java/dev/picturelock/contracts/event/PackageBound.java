package dev.picturelock.contracts.event;

import org.jspecify.annotations.Nullable;

/// A delivered package was bound to the cut it was made from.
@EventType(value = "picturelock.package.bound.v1", topic = Topic.DELIVERABLE)
public record PackageBound(String cut, @Nullable String packageId, String packageSha256)
    implements Fact {}
