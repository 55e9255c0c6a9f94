package dev.picturelock.cli.log;

import dev.picturelock.tlog.note.VerifierKey;
import java.util.List;
import java.util.Optional;

/// The keys that a person vouches for.
///
/// - **option** with which they were given, or would be
record GivenKeys(String option, List<VerifierKey> keys) {

  GivenKeys {
    keys = List.copyOf(keys);
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  boolean has(VerifierKey key) {
    return keys.contains(key);
  }

  Optional<VerifierKey> first() {
    return keys.stream().findFirst();
  }

  /// Added to a verdict on a log; nothing where somebody vouches.
  String caveat() {
    return isEmpty() ? "; key not vouched for, give the right one with " + option : "";
  }
}
