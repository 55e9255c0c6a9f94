package dev.picturelock.contracts.event;

import java.util.List;
import java.util.UUID;

/// A required action of a review was closed by evidence that passed the gate.
@EventType(value = "picturelock.action.closed.v1", topic = Topic.APPROVAL)
public record ActionClosed(
    UUID review,
    ReviewSubject subject,
    String action,
    EvidenceRef evidence,
    String reasonCode,
    List<String> openActions)
    implements Fact {
  public ActionClosed {
    openActions = openActions == null ? List.of() : List.copyOf(openActions);
  }
}
