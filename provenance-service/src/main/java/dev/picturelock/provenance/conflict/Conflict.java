package dev.picturelock.provenance.conflict;

import dev.picturelock.contracts.event.LogConflictFound;
import java.time.Instant;
import java.util.UUID;

/// A conflict as the ledger states it.
///
/// - **position** of the entry that states it, **id** of that entry's event
/// - **at** time of the event that came later, as it says itself
public record Conflict(long position, UUID id, Instant at, LogConflictFound found) {}
