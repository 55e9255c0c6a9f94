package dev.picturelock.provenance.ledger.anchoring;

import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.tlog.merkle.TreeSize;
import java.util.UUID;

/// A checkpoint that the log of logs commits to.
///
/// - **checkpoint** as the log signed it
/// - **entryId** of the entry of the log of logs
public record Anchored(LogId log, TreeSize size, String checkpoint, UUID entryId) {}
