package dev.picturelock.approval.review.http;

import dev.picturelock.approval.review.DecideReview;
import dev.picturelock.approval.review.ReviewStatus;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The answer to a decision.
record DecidedView(
    UUID review,
    ReviewStatus status,
    List<String> openActions,
    @Nullable DecisionView decision,
    @Nullable UUID approval,
    UUID eventId) {
  DecidedView {
    openActions = List.copyOf(openActions);
  }

  static DecidedView of(DecideReview.Result result) {
    var approval = result.approval();
    return new DecidedView(
        result.review().id(),
        result.review().state().status(),
        result.review().openActions(),
        DecisionView.of(result.review().state(), approval),
        approval == null ? null : approval.id(),
        result.eventId());
  }
}
