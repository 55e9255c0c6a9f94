package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.NoteResult;
import dev.picturelock.tlog.note.VerifierKey;
import java.util.List;

/// A checkpoint that was, or is about to be, released: the log may never again be anything but an
/// extension of it.
///
/// - **checkpoint** the signed note, byte for byte
record Anchor(String origin, TreeSize size, Hash root, String checkpoint) {

  /// Reads a signed checkpoint; whether the signature holds is for the caller to find out.
  static Anchor parse(String checkpoint) {
    var stated = SignedCheckpoint.parse(checkpoint).checkpoint();
    return new Anchor(stated.origin(), stated.size(), stated.root(), checkpoint);
  }

  static Anchor of(Head head) {
    return new Anchor(head.origin(), head.size(), head.root(), head.checkpoint());
  }

  boolean isSignedBy(VerifierKey key) {
    return SignedCheckpoint.parse(checkpoint).verify(List.of(key)) instanceof NoteResult.Authentic;
  }

  /// Both cannot be true of one log.
  boolean contradicts(Anchor other) {
    return size.equals(other.size) && !root.equals(other.root);
  }

  boolean isSameTreeAs(Anchor other) {
    return size.equals(other.size) && root.equals(other.root);
  }

  boolean isNewerThan(Anchor other) {
    return size.compareTo(other.size) > 0;
  }
}
