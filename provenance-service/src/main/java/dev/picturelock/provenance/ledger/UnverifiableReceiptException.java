package dev.picturelock.provenance.ledger;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import org.jboss.logging.Logger;

/// What is stored does not prove that an entry is in its log, so that nobody gets a receipt of it:
/// an entry or a tile was changed or lost after it was signed.
public final class UnverifiableReceiptException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(UnverifiableReceiptException.class);

  UnverifiableReceiptException(Head head, long position, String reason) {
    super(
        ProblemType.UNAVAILABLE,
        ("what is stored does not prove that entry %d is in %s, so no receipt was given out; an"
                + " operator must compare the log with its last checkpoint (a full audit) and"
                + " restore what was changed")
            .formatted(position - head.first(), head.origin()));
    LOG.errorf(
        "receipt does not verify log=%s position=%d reason=%s", head.log(), position, reason);
  }
}
