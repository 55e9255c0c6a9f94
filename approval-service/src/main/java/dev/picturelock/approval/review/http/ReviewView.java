package dev.picturelock.approval.review.http;

import dev.picturelock.approval.review.ReadReviews;
import dev.picturelock.approval.review.ReviewState;
import dev.picturelock.approval.review.ReviewStatus;
import dev.picturelock.contracts.event.FactConflict;
import dev.picturelock.contracts.event.FiredRule;
import dev.picturelock.contracts.event.PolicyPackRef;
import dev.picturelock.contracts.event.ReviewSubject;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.event.ShotRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A review with everything a person needs to decide.
record ReviewView(
    UUID review,
    String title,
    ReviewSubject subject,
    ReviewStatus status,
    RiskTier tier,
    @Nullable String description,
    @Nullable String tool,
    @Nullable String model,
    @Nullable String contribution,
    @Nullable ShotRef shot,
    List<String> persons,
    List<UUID> consents,
    Map<String, Object> facts,
    String factsSha256,
    PolicyPackRef policyPack,
    List<FiredRule> rules,
    List<FactConflict> conflicts,
    List<ActionView> actions,
    List<String> openActions,
    String requestedBy,
    Instant openedAt,
    UUID classifiedBy,
    @Nullable DecisionView decision,
    @Nullable UUID supersededBy,
    List<HistoryView> history) {

  static ReviewView of(ReadReviews.Whole whole) {
    var review = whole.review();
    var about = review.about();
    var classification = about.classification();
    return new ReviewView(
        review.id(),
        about.titleId(),
        about.subject(),
        review.state().status(),
        classification.tier(),
        about.description(),
        about.tool(),
        about.model(),
        about.contribution(),
        about.shot(),
        about.persons(),
        about.consents(),
        classification.facts(),
        classification.factsSha256(),
        classification.policyPack(),
        classification.rules(),
        about.conflicts(),
        review.actions().stream().map(ActionView::of).toList(),
        review.openActions(),
        about.requestedBy(),
        about.at(),
        about.event(),
        DecisionView.of(review.state(), whole.approval().orElse(null)),
        review.state() instanceof ReviewState.Superseded(var by) ? by : null,
        whole.history().stream().map(HistoryView::of).toList());
  }
}
