package dev.picturelock.provenance.ledger.log;

import java.util.UUID;

/// An entry and its position in the title.
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record StoredEntry(long position, UUID eventId, byte[] data) {}
