package dev.picturelock.intake.asset;

import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.intake.submission.Fingerprint;
import java.time.Instant;
import java.util.UUID;

/// An asset version that was accepted: its event, and the fingerprint of what was sent.
public record AcceptedVersion(
    AssetRef ref,
    UUID eventId,
    Fingerprint fingerprint,
    String registeredBy,
    Instant registeredAt) {}
