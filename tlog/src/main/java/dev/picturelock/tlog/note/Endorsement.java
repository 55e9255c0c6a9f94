package dev.picturelock.tlog.note;

import java.time.Instant;

/// A signature that was checked and holds.
public sealed interface Endorsement {

  VerifierKey key();

  /// The key's owner signed the text.
  record Signed(VerifierKey key) implements Endorsement {}

  /// As of that time, the key's owner had seen no larger tree of this origin, and none that is not
  /// consistent with this one.
  ///
  /// A time of zero leaves out the first half. No more is ever said: an ML-DSA-44 cosignature does
  /// not even cover the extension lines.
  record Cosigned(VerifierKey key, Instant at) implements Endorsement {}
}
