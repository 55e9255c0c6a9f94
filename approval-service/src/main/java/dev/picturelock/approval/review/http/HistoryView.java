package dev.picturelock.approval.review.http;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.EventTypes;
import dev.picturelock.contracts.event.Fact;
import java.time.Instant;
import java.util.UUID;

/// Something that happened to a review.
record HistoryView(UUID eventId, String type, Instant time, String actor, Fact data) {

  static HistoryView of(Event event) {
    return new HistoryView(
        event.id(),
        EventTypes.nameOf(event.fact().getClass()),
        event.time(),
        event.actor(),
        event.fact());
  }
}
