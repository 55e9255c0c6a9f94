package dev.picturelock.approval.gate;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Decides whether documents close a required action.
///
/// Closed is the normal state: only a document for which everything holds opens the gate, and the
/// result says what does not hold. Of several documents one is enough, except that a refusal of
/// exactly this content is final.
public final class Gate {
  private Gate() {}

  public static ReasonCode judge(
      ActionKind requirement, Collection<? extends Document> documents, IntendedUse use) {
    var verdicts =
        documents.stream()
            .filter(document -> document.type() == requirement)
            .map(document -> judge(document, use))
            .toList();
    return verdicts.contains(ReasonCode.REFUSED) ? ReasonCode.REFUSED : nearest(verdicts);
  }

  private static ReasonCode nearest(List<ReasonCode> verdicts) {
    return verdicts.stream().max(Comparator.naturalOrder()).orElse(ReasonCode.MISSING);
  }

  private static ReasonCode judge(Document document, IntendedUse use) {
    return switch (document) {
      case Document.Consent consent -> judge(consent, use);
      case Document.Approval approval -> judge(approval, use);
    };
  }

  private static ReasonCode judge(Document.Consent consent, IntendedUse use) {
    if (!consent.subject().equals(use.subject())) {
      return ReasonCode.WRONG_SUBJECT;
    }
    if (!consent.form().isWritten()) {
      return ReasonCode.NOT_DOCUMENTED;
    }
    if (consent.type().mustBeConspicuous() && !consent.form().isConspicuous()) {
      return ReasonCode.NOT_CONSPICUOUS;
    }
    if (consent.type().mustBeConspicuous() && !consent.describesTheUse()) {
      return ReasonCode.NO_USE_DESCRIPTION;
    }
    if (!consent.production().equals(use.production())) {
      return ReasonCode.OTHER_PRODUCTION;
    }
    if (consent.uses().stream().noneMatch(use.names()::contains)) {
      return ReasonCode.OUT_OF_SCOPE;
    }
    if (!maySign(consent, use)) {
      return ReasonCode.WRONG_SIGNATORY;
    }
    return inTime(consent, use);
  }

  private static boolean maySign(Document.Consent consent, IntendedUse use) {
    boolean self = consent.signer().equals(consent.subject());
    boolean deceased = use.subjectIsDeceased() || consent.type() == ActionKind.ESTATE_CONSENT;
    if (deceased) {
      return !self
          && (consent.signerRole() == SignerRole.ESTATE
              || (consent.signerRole() == SignerRole.REPRESENTATIVE && consent.authorityOnFile()));
    }
    if (use.subjectIsMinor()) {
      return !self && consent.signerRole() == SignerRole.GUARDIAN;
    }
    return switch (consent.signerRole()) {
      case PERFORMER -> self;
      case GUARDIAN, ESTATE -> false;
      case REPRESENTATIVE, AGENT -> consent.authorityOnFile();
    };
  }

  private static ReasonCode inTime(Document.Consent consent, IntendedUse use) {
    if (use.date().isBefore(consent.validFrom())) {
      return ReasonCode.NOT_YET_VALID;
    }
    if (consent.validTo() != null && use.date().isAfter(consent.validTo())) {
      return ReasonCode.EXPIRED;
    }
    if (consent.revokedAt() == null) {
      return ReasonCode.SATISFIED;
    }
    return use.date().isBefore(consent.revokedAt())
        ? ReasonCode.SATISFIED_AT_TIME_OF_USE
        : ReasonCode.REVOKED;
  }

  private static ReasonCode judge(Document.Approval approval, IntendedUse use) {
    if (!approval.signed()) {
      return ReasonCode.NOT_DOCUMENTED;
    }
    if (!approval.content().equals(use.content())) {
      return ReasonCode.VERSION_CHANGED;
    }
    if (approval.refused()) {
      return ReasonCode.REFUSED;
    }
    if (approval.approver().equals(approval.requester())
        || Objects.equals(approval.approver(), use.requester())) {
      return ReasonCode.SELF_APPROVED;
    }
    if (!approval.conditions().stream().allMatch(Document.Condition::met)) {
      return ReasonCode.CONDITION_OPEN;
    }
    return approval.decidedAt().isAfter(use.date())
        ? ReasonCode.SATISFIED_LATE
        : ReasonCode.SATISFIED;
  }
}
