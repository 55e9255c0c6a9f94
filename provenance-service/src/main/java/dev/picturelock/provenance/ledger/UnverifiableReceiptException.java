package dev.picturelock.provenance.ledger;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;

/// What is stored does not prove what was signed, so that nobody gets a receipt of it: an entry or
/// a tile was changed or lost afterwards.
public final class UnverifiableReceiptException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /// - **claim** what is not proven
  UnverifiableReceiptException(String claim) {
    super(
        ProblemType.UNAVAILABLE,
        ("what is stored does not prove that %s, so no receipt was given out and nothing more is"
                + " signed; an operator must compare the log with its last checkpoint (a full"
                + " audit) and restore what was changed")
            .formatted(claim));
  }
}
