package dev.picturelock.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A review was opened, with an open action for each requirement.
@EventType(value = "picturelock.review.opened.v1", topic = Topic.APPROVAL)
public record ReviewOpened(
    UUID review,
    ReviewSubject subject,
    RiskTier tier,
    List<String> requiredActions,
    List<String> openActions,
    String factsSha256,
    @Nullable Instant dueAt)
    implements Fact {
  public ReviewOpened {
    requiredActions = requiredActions == null ? List.of() : List.copyOf(requiredActions);
    openActions = openActions == null ? List.of() : List.copyOf(openActions);
  }
}
