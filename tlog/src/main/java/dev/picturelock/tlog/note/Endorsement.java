package dev.picturelock.tlog.note;

import java.time.Instant;

/// A signature that was checked and holds.
public sealed interface Endorsement {

  VerifierKey key();

  /// The key's owner signed the text.
  record Signed(VerifierKey key) implements Endorsement {}

  /// The key's owner, at that time, had seen no larger tree of this origin that is not consistent
  /// with this one.
  record Cosigned(VerifierKey key, Instant at) implements Endorsement {}
}
