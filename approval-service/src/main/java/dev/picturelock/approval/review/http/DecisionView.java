package dev.picturelock.approval.review.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.picturelock.approval.review.Approval;
import dev.picturelock.approval.review.ApprovalScope;
import dev.picturelock.approval.review.ReviewState;
import dev.picturelock.approval.review.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the contact answered.
///
/// - **decision** APPROVED, REFUSED or INFO_REQUESTED
/// - **conditionsMet** whether the approval takes effect already
/// - **revoked** who took it back and why
record DecisionView(
    String decision,
    String statement,
    String by,
    Instant at,
    @Nullable UUID approval,
    @Nullable ApprovalScope scope,
    @Nullable Instant validUntil,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> conditions,
    @Nullable Boolean conditionsMet,
    @Nullable Statement revoked) {
  DecisionView {
    conditions = List.copyOf(conditions);
  }

  static @Nullable DecisionView of(ReviewState state, @Nullable Approval approval) {
    if (approval != null) {
      return new DecisionView(
          "APPROVED",
          approval.statement().text(),
          approval.statement().by(),
          approval.statement().at(),
          approval.id(),
          approval.scope(),
          approval.validUntil(),
          approval.conditions(),
          approval.conditionsMet(),
          approval.revocation());
    }
    return switch (state) {
      case ReviewState.Refused(var said) -> said("REFUSED", said);
      case ReviewState.InfoRequested(var said) -> said("INFO_REQUESTED", said);
      case ReviewState.Open(),
          ReviewState.Approved(_, _),
          ReviewState.Revoked(_, _),
          ReviewState.Expired(_),
          ReviewState.Covered(_),
          ReviewState.Superseded(_) ->
          null;
    };
  }

  private static DecisionView said(String decision, Statement said) {
    return new DecisionView(
        decision, said.text(), said.by(), said.at(), null, null, null, List.of(), null, null);
  }
}
