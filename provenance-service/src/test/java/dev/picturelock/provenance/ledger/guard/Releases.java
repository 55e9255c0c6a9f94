package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.Ed25519Signer;
import java.nio.charset.StandardCharsets;

/// Checkpoints as a log might have released them.
final class Releases {
  private Releases() {}

  static Anchor of(String origin, long size) {
    return of(origin, size, "root of " + size);
  }

  /// - **tree** what the root is made of
  static Anchor of(String origin, long size, String tree) {
    var root = Hash.leaf(tree.getBytes(StandardCharsets.UTF_8));
    var signer = Ed25519Signer.ofSeed(origin, new byte[32]);
    return Anchor.parse(
        SignedCheckpoint.sign(new Checkpoint(origin, new TreeSize(size), root), signer).format());
  }
}
