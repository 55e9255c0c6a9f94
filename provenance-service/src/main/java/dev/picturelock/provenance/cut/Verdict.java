package dev.picturelock.provenance.cut;

/// Whether something may be in the final picture; later is worse.
public enum Verdict {
  /// Recorded as made without AI, and so is everything it was made from.
  NO_AI,
  /// AI was used, and everything that has to be allowed is allowed.
  CLEARED,
  /// Somebody still has to do something.
  PENDING,
  /// Nothing is known of it, or of something it was made from.
  UNRECORDED,
  /// It must not stay in the picture.
  BLOCKED;

  /// Nothing has to be done about it any more.
  public boolean mayStay() {
    return this == NO_AI || this == CLEARED;
  }

  public Verdict worst(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
