package dev.picturelock.provenance.disclosure;

import java.time.Instant;
import java.util.UUID;

/// What is left to tell of a value that was erased.
///
/// - **redaction** the event that says so in the ledger
public record ErasedValue(
    UUID event, String digest, String name, Instant at, String ground, UUID redaction) {}
