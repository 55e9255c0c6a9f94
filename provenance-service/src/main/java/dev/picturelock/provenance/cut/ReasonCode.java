package dev.picturelock.provenance.cut;

import java.util.Collection;

/// Why a verdict is what it is. Each reason carries its own verdict; the worst one decides.
public enum ReasonCode {
  MADE_WITHOUT_AI(Verdict.NO_AI),
  APPROVED(Verdict.CLEARED),
  LOW_RISK(Verdict.CLEARED),
  NOT_CLASSIFIED(Verdict.PENDING),
  REVIEW_OPEN(Verdict.PENDING),
  ACTION_OPEN(Verdict.PENDING),
  INFO_REQUESTED(Verdict.PENDING),
  /// Named by the registration but never recorded: somebody still has to bring it.
  CONSENT_MISSING(Verdict.PENDING),
  MATCH_UNCERTAIN(Verdict.PENDING),
  NO_ELEMENTS(Verdict.PENDING),
  NO_MATCH(Verdict.UNRECORDED),
  INPUT_UNKNOWN(Verdict.UNRECORDED),
  REFUSED(Verdict.BLOCKED),
  APPROVAL_REVOKED(Verdict.BLOCKED),
  APPROVAL_EXPIRED(Verdict.BLOCKED),
  CONSENT_REVOKED(Verdict.BLOCKED),
  CONSENT_EXPIRED(Verdict.BLOCKED),
  WITHDRAWN(Verdict.BLOCKED),
  TEMPORARY_MEDIA_IN_CUT(Verdict.BLOCKED);

  private final Verdict verdict;

  ReasonCode(Verdict verdict) {
    this.verdict = verdict;
  }

  public Verdict verdict() {
    return verdict;
  }

  /// No reasons at all say nothing is known.
  static Verdict worst(Collection<Reason> reasons) {
    return reasons.stream()
        .map(reason -> reason.code().verdict())
        .reduce(Verdict::worst)
        .orElse(Verdict.UNRECORDED);
  }
}
