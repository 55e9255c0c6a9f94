package dev.picturelock.approval.gate;

/// Why the gate is open or closed. Declared from the farthest to the nearest: of several documents
/// the one that came nearest gives the reason.
public enum ReasonCode {
  MISSING,
  WRONG_SUBJECT,
  NOT_DOCUMENTED,
  NOT_CONSPICUOUS,
  NO_USE_DESCRIPTION,
  OTHER_PRODUCTION,
  OUT_OF_SCOPE,
  WRONG_SIGNATORY,
  NOT_YET_VALID,
  EXPIRED,
  REVOKED,
  VERSION_CHANGED,
  REFUSED,
  SELF_APPROVED,
  CONDITION_OPEN,
  SATISFIED_LATE,
  SATISFIED_AT_TIME_OF_USE,
  SATISFIED;

  public boolean opensTheGate() {
    return switch (this) {
      case SATISFIED, SATISFIED_LATE, SATISFIED_AT_TIME_OF_USE -> true;
      default -> false;
    };
  }
}
