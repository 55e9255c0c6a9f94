package dev.picturelock.tlog.note;

import java.util.List;

/// What checking a note's signatures came to.
public sealed interface NoteResult {

  /// Every signature by a known key holds, and there is at least one.
  record Authentic(List<Endorsement> endorsements) implements NoteResult {
    public Authentic {
      endorsements = List.copyOf(endorsements);
    }

    public boolean isBy(VerifierKey key) {
      return endorsements.stream().anyMatch(endorsement -> endorsement.key().equals(key));
    }
  }

  /// The note must not be believed.
  record Rejected(Reason reason, String detail) implements NoteResult {}

  /// Why a note is rejected.
  enum Reason {
    /// A line names a known key, and the signature is not by that key.
    BAD_SIGNATURE,
    /// No line names a known key.
    NO_KNOWN_SIGNATURE
  }
}
