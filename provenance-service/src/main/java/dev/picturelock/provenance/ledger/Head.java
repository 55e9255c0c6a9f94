package dev.picturelock.provenance.ledger;

import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;

/// The committed state of a title's log.
public record Head(String titleId, String origin, TreeSize size, Hash root, String checkpoint) {}
