package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;

/// The newest log of a title never grows again, because its end or its key is lost, and nobody has
/// begun the next one yet.
public class LogEndedException extends ProblemException {
  private static final long serialVersionUID = 1;

  private final String titleId;

  private LogEndedException(String titleId, String lost) {
    super(
        ProblemType.NOT_ALLOWED_NOW,
        lost
            + " of the log is lost and it never grows again; an admin begins a new one for the"
            + " title");
    this.titleId = titleId;
  }

  static LogEndedException withoutEnd(String titleId) {
    return new LogEndedException(titleId, "the end");
  }

  static LogEndedException withoutKey(String titleId) {
    return new LogEndedException(titleId, "the signing key");
  }

  String titleId() {
    return titleId;
  }
}
