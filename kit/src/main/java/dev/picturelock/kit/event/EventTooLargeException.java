package dev.picturelock.kit.event;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;

/// The event would not fit into one ledger entry.
public class EventTooLargeException extends ProblemException {
  private static final long serialVersionUID = 1;

  EventTooLargeException(int bytes) {
    super(
        ProblemType.BODY_TOO_LARGE,
        "the event would have "
            + bytes
            + " bytes; a ledger entry holds at most "
            + EventCodec.MAX_BYTES
            + ". Shorten parameters, inputs or facts.");
  }
}
