package dev.picturelock.approval.review.http;

import dev.picturelock.approval.review.Review;
import dev.picturelock.approval.review.ReviewStatus;
import dev.picturelock.contracts.event.ReviewSubject;
import dev.picturelock.contracts.event.RiskTier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A review in a list.
record ReviewSummary(
    UUID review,
    String title,
    ReviewSubject subject,
    ReviewStatus status,
    RiskTier tier,
    List<String> requiredActions,
    List<String> openActions,
    @Nullable String description,
    @Nullable String tool,
    @Nullable String model,
    String factsSha256,
    String requestedBy,
    Instant openedAt) {
  ReviewSummary {
    requiredActions = List.copyOf(requiredActions);
    openActions = List.copyOf(openActions);
  }

  static ReviewSummary of(Review review) {
    var about = review.about();
    return new ReviewSummary(
        review.id(),
        about.titleId(),
        about.subject(),
        review.state().status(),
        about.classification().tier(),
        review.actions().stream().map(action -> action.kind().name()).toList(),
        review.openActions(),
        about.description(),
        about.tool(),
        about.model(),
        about.classification().factsSha256(),
        about.requestedBy(),
        about.at());
  }
}
