package dev.picturelock.approval.review;

import dev.picturelock.approval.stream.ApprovalStream;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Fact;
import dev.picturelock.contracts.event.ReviewOpened;
import dev.picturelock.kit.event.Events;
import jakarta.enterprise.context.ApplicationScoped;

/// Tells what happened to reviews, into the stream and the outbox.
@ApplicationScoped
class Announcer {
  private static final String SERVICE = "service:approval-service";

  private final Events events;
  private final ApprovalStream stream;

  Announcer(Events events, ApprovalStream stream) {
    this.events = events;
    this.stream = stream;
  }

  /// A review is open, for the first time or again, because of `cause`.
  Event opened(Review review, Event cause, String derivation) {
    var about = review.about();
    var fact =
        new ReviewOpened(
            review.id(),
            about.subject(),
            about.classification().tier(),
            review.actions().stream().map(action -> action.kind().name()).toList(),
            review.openActions(),
            about.classification().factsSha256(),
            null);
    return publish(
        events.derived(cause, derivation, about.subject().path(), SERVICE, fact), review);
  }

  /// Something a person did to a review.
  Event done(Review review, String actor, Fact fact) {
    var about = review.about();
    return publish(events.now(about.titleId(), about.subject().path(), actor, fact), review);
  }

  /// Something that follows from an event of the same transaction.
  Event followed(Review review, Event cause, String derivation, Fact fact) {
    var subject = review.about().subject().path();
    return publish(events.derived(cause, derivation, subject, cause.actor(), fact), review);
  }

  private Event publish(Event event, Review review) {
    stream.publish(event, review.id());
    return event;
  }
}
