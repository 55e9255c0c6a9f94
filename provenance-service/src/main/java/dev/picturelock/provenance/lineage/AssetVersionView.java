package dev.picturelock.provenance.lineage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of an asset version.
///
/// - **state** the review: NONE, OPEN, INFO_REQUESTED, REFUSED, or the approval: GRANTED, REVOKED,
///   EXPIRED; WITHDRAWN when it was taken back
/// - **position** ledger index of its registration, **eventId** the registration
public record AssetVersionView(
    String asset,
    String version,
    String contribution,
    @Nullable String mediaType,
    @Nullable String sha256,
    @Nullable String c4,
    @Nullable Long size,
    @Nullable String use,
    @Nullable String tool,
    @Nullable String model,
    @Nullable String tier,
    List<String> requiredActions,
    List<String> rules,
    String state,
    List<String> openActions,
    String registeredBy,
    Instant registeredAt,
    UUID eventId,
    long position) {}
