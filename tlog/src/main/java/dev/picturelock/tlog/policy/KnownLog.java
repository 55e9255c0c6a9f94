package dev.picturelock.tlog.policy;

import dev.picturelock.tlog.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/// A log whose checkpoints are accepted; the name of its key is its origin.
///
/// - **url:** where to reach it, absent when only proofs are checked
public record KnownLog(VerifierKey key, @Nullable String url) {

  public String origin() {
    return key.name();
  }
}
