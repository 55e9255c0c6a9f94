package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;

/// Nothing can be added to any log just now. What was to be added is not lost: a request may be
/// repeated, an event stays in its topic. Names no title: everybody is told.
public class SigningStoppedException extends ProblemException {
  private static final long serialVersionUID = 1;

  private SigningStoppedException(String detail) {
    super(ProblemType.UNAVAILABLE, detail);
  }

  static SigningStoppedException checking() {
    return new SigningStoppedException(
        "the ledger is still being compared with what it released before; try again in a moment");
  }

  static SigningStoppedException stopped(Alarm alarm) {
    return new SigningStoppedException(
        "the ledger has stopped signing: "
            + alarm.kind().sentence()
            + "; the operator finds the place in the readiness of the service");
  }
}
