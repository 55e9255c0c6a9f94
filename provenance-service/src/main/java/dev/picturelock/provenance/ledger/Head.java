package dev.picturelock.provenance.ledger;

import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import java.time.Instant;

/// The committed state of a title's log.
///
/// - **at** when the last entry was added; entries never go back in time
public record Head(
    String titleId, String origin, TreeSize size, Hash root, String checkpoint, Instant at) {}
