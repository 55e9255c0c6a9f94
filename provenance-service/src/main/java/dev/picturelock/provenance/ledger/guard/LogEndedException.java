package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;

/// The newest log of a title never grows again, because its end is lost, and nobody has begun the
/// next one yet.
public class LogEndedException extends ProblemException {
  private static final long serialVersionUID = 1;

  private final String titleId;

  LogEndedException(String titleId) {
    super(
        ProblemType.NOT_ALLOWED_NOW,
        "the end of the log is lost and it never grows again; an admin begins a new one for the"
            + " title");
    this.titleId = titleId;
  }

  String titleId() {
    return titleId;
  }
}
