package dev.picturelock.tlog.witness;

import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.TreeSize;

/// Makes proofs from earlier sizes to the checkpoint that is to be cosigned.
@FunctionalInterface
public interface ConsistencyProofs {

  /// The proof from that size, never larger than the checkpoint's.
  ///
  /// It is called by several threads at once, one for each witness; a
  /// [dev.picturelock.tlog.tile.TileSubtrees] MUST NOT be shared between calls.
  ConsistencyProof from(TreeSize old);
}
