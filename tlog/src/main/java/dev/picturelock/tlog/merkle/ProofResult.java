package dev.picturelock.tlog.merkle;

/// What checking a proof came to.
public sealed interface ProofResult {

  /// Every step held.
  record Proven() implements ProofResult {}

  /// The first step that did not hold.
  record Disproven(ProofStep step, String reason) implements ProofResult {

    @Override
    public String toString() {
      return reason + " (" + step.source() + ")";
    }
  }

  default boolean isProven() {
    return this instanceof Proven;
  }
}
