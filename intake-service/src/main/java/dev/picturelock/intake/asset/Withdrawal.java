package dev.picturelock.intake.asset;

import dev.picturelock.contracts.event.AssetRef;
import java.time.Instant;
import java.util.UUID;

/// An asset version must not be used any more.
public record Withdrawal(
    AssetRef ref, String reason, UUID eventId, String withdrawnBy, Instant withdrawnAt) {}
