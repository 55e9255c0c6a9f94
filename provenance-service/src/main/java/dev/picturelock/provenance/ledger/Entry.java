package dev.picturelock.provenance.ledger;

import java.util.UUID;

/// An event on its way into the ledger: its exact bytes are the entry.
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Entry(UUID eventId, byte[] data) {}
