package dev.picturelock.approval.review;

import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.Document;
import dev.picturelock.approval.gate.Gate;
import dev.picturelock.approval.gate.IntendedUse;
import dev.picturelock.approval.gate.ReasonCode;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What must hold before the contact may decide.
final class DecisionRules {
  private DecisionRules() {}

  /// - **Errors:** [ProblemException] that says what is in the way
  static void require(Review review, NewDecision decision, String actor, Instant now) {
    requireAnother(review, actor, now);
    requireUndecided(review);
    if (decision.outcome() == NewDecision.Outcome.APPROVED) {
      requireScope(review, decision);
      requireFuture(decision, now);
      requireNothingOpen(review);
    }
  }

  /// The gate knows that nobody approves an own request; it is asked as for any other document.
  static void requireAnother(Review review, String actor, Instant now) {
    var about = review.about();
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var written =
        new Document.Approval(
            actor, about.requestedBy(), about.content(), true, false, today, List.of());
    var use =
        new IntendedUse(
            about.titleId(),
            Set.of(),
            today,
            null,
            false,
            false,
            about.content(),
            about.requestedBy());
    var verdict = Gate.judge(ActionKind.WRITTEN_APPROVAL, List.of(written), use);
    if (verdict == ReasonCode.SELF_APPROVED) {
      throw new ProblemException(
          ProblemType.FORBIDDEN,
          "you requested this yourself; somebody else must decide",
          List.of(),
          Map.of("reasonCode", verdict.name()));
    }
  }

  private static void requireUndecided(Review review) {
    if (!review.state().isUndecided()) {
      throw new ProblemException(
          ProblemType.NOT_ALLOWED_NOW,
          "the review is already " + review.state().status() + "; a decision is final",
          List.of(),
          Map.of("status", review.state().status().name()));
    }
  }

  private static void requireScope(Review review, NewDecision decision) {
    var subject = review.about().subject();
    var scope = decision.scopeFor(subject);
    if (scope == ApprovalScope.USE && subject.use() == null) {
      throw badField("/scope", "the asset belongs to no use; want asset-version", scope.wireName());
    }
    if (scope == ApprovalScope.ASSET_VERSION && subject.asset() == null) {
      throw badField("/scope", "the subject is a use; want use", scope.wireName());
    }
  }

  private static void requireFuture(NewDecision decision, Instant now) {
    if (decision.validUntil() != null && !decision.validUntil().isAfter(now)) {
      throw badField("/validUntil", "lies in the past", decision.validUntil().toString());
    }
  }

  private static void requireNothingOpen(Review review) {
    var open = review.actionsBeforeApproval();
    if (!open.isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_ALLOWED_NOW,
          "these actions must be closed first: " + String.join(", ", open),
          List.of(),
          Map.of("openActions", open));
    }
  }

  private static ProblemException badField(String pointer, String detail, String value) {
    return new ProblemException(
        ProblemType.INVALID_BODY,
        pointer + ": " + detail,
        new FieldError(pointer, detail, value, List.of()));
  }
}
