package dev.picturelock.kit.event;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Fact;
import dev.picturelock.kit.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Puts facts of this service into their envelope.
@ApplicationScoped
public class Events {
  private final String source;
  private final Ids ids;
  private final InstantSource clock;

  Events(
      @ConfigProperty(name = "quarkus.application.name") String service,
      Ids ids,
      InstantSource clock) {
    this.source = "/picturelock/" + service;
    this.ids = ids;
    this.clock = clock;
  }

  /// A new event, caused by `actor` now.
  public Event now(String titleId, String subject, String actor, Fact fact) {
    return now(titleId, subject, actor, null, fact);
  }

  public Event now(
      String titleId, String subject, String actor, @Nullable UUID causation, Fact fact) {
    return new Event(
        ids.fresh(), source, subject, clock.instant(), titleId, causation, actor, fact);
  }

  /// An event that follows from another one by way of `derivation`: the same cause always yields
  /// the same bytes.
  public Event derived(Event cause, String derivation, String subject, String actor, Fact fact) {
    return new Event(
        Ids.derived(cause.id(), derivation),
        source,
        subject,
        cause.time(),
        cause.titleId(),
        cause.id(),
        actor,
        fact);
  }
}
