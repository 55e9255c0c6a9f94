package dev.picturelock.approval.review;

import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.kit.access.TitleRole;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which reviews of a title to show.
///
/// - **role** those that wait for a holder of this role
/// - **after** where the page before ended
public record ReviewQuery(
    String titleId,
    @Nullable ReviewStatus status,
    @Nullable RiskTier tier,
    @Nullable TitleRole role,
    @Nullable Position after,
    int limit) {

  /// Place of a review in the order of opening.
  public record Position(Instant openedAt, UUID review) {}
}
