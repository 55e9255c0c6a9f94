package dev.picturelock.approval.review;

import dev.picturelock.contracts.event.ReviewSubject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the contact wants to decide.
///
/// - **scope** absent: the version for an asset, the use for a use
public record NewDecision(
    Outcome outcome,
    String statement,
    @Nullable ApprovalScope scope,
    @Nullable Instant validUntil,
    List<String> conditions) {
  public NewDecision {
    conditions = List.copyOf(conditions);
  }

  /// How the contact answers.
  public enum Outcome {
    APPROVED,
    REFUSED,
    INFO_REQUESTED
  }

  ApprovalScope scopeFor(ReviewSubject subject) {
    if (scope != null) {
      return scope;
    }
    return subject.asset() == null ? ApprovalScope.USE : ApprovalScope.ASSET_VERSION;
  }
}
