package dev.picturelock.provenance.ledger;

import dev.picturelock.tlog.merkle.LeafIndex;
import java.util.UUID;

/// An entry and its place in the log.
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record StoredEntry(LeafIndex index, UUID eventId, byte[] data) {}
