package dev.picturelock.approval.review.http;

import dev.picturelock.approval.http.Inputs;
import dev.picturelock.approval.review.ApprovalScope;
import dev.picturelock.approval.review.NewDecision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decision in writing.
record DecisionRequest(
    NewDecision.Outcome decision,
    String statement,
    @Nullable ApprovalScope scope,
    @Nullable Instant validUntil,
    List<String> conditions) {
  DecisionRequest {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }

  NewDecision checked() {
    return new NewDecision(
        decision,
        Inputs.text("/statement", statement, Inputs.LONG),
        scope,
        validUntil,
        Inputs.texts("/conditions", conditions, Inputs.LONG));
  }
}
