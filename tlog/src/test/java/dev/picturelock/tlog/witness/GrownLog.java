package dev.picturelock.tlog.witness;

import dev.picturelock.tlog.NaiveTree;
import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.Ed25519Signer;

/// A log of known leaves, at any size.
final class GrownLog {

  static final String ORIGIN = "log.example/prov";
  static final Ed25519Signer SIGNER = Ed25519Signer.ofSeed(ORIGIN, Seeds.of(1));

  private GrownLog() {}

  static SignedCheckpoint at(long size) {
    var root = NaiveTree.root(Vectors.leaves(0, size));
    return SignedCheckpoint.sign(new Checkpoint(ORIGIN, new TreeSize(size), root), SIGNER);
  }

  static ConsistencyProofs proofsTo(long size) {
    return old ->
        ConsistencyProof.of(old, new TreeSize(size), new NaiveTree(Vectors.leaves(0, size)));
  }
}
