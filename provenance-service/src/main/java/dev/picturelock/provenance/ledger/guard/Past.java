package dev.picturelock.provenance.ledger.guard;

/// What the database says that the logs once were.
interface Past {
  /// Whether the log was once at this tree. True too where that cannot be told: where the log is
  /// not there or too short, which others tell, or is lost.
  boolean has(Anchor claim);
}
