package dev.picturelock.tlog.audit;

import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.tile.Edge;

/// What an audit came to.
public sealed interface AuditResult {

  /// Everything from where the audit began up to the signed checkpoint holds.
  ///
  /// - **edge:** where a later audit can go on
  record Sound(SignedCheckpoint checkpoint, Edge edge) implements AuditResult {
    public TreeSize size() {
      return edge.size();
    }

    public Hash root() {
      return edge.root();
    }
  }

  /// The slice asked for holds and is a prefix of the tree of the signed checkpoint.
  ///
  /// - **edge:** where the next slice begins
  record Paused(SignedCheckpoint checkpoint, Edge edge) implements AuditResult {}

  /// The first thing that does not hold; nothing is said about what comes after it.
  record Damaged(Damage damage) implements AuditResult {}
}
