package dev.picturelock.contracts.event;

import org.jspecify.annotations.Nullable;

/// A tool was registered or its description changed.
@EventType(value = "picturelock.tool.registered.v1", topic = Topic.INTAKE)
public record ToolRegistered(
    String tool,
    String name,
    @Nullable String vendor,
    @Nullable String kind,
    @Nullable String homepage)
    implements Fact {}
