package dev.picturelock.intake.tool;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tool that generates or alters pictures or sound, as it is described now.
///
/// - **eventId** the event that tells of this description
public record Tool(
    String id,
    String name,
    @Nullable String vendor,
    @Nullable String kind,
    @Nullable String homepage,
    UUID eventId,
    String changedBy,
    Instant changedAt) {}
