package dev.picturelock.intake.submission;

import dev.picturelock.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/// The wait between the commit and the answer: nothing is called accepted before the broker has it
/// on all in-sync replicas.
@ApplicationScoped
public class Acknowledgement {
  private final Outbox outbox;
  private final IntakeConfig config;

  Acknowledgement(Outbox outbox, IntakeConfig config) {
    this.outbox = outbox;
    this.config = config;
  }

  /// To be called outside the transaction that wrote the events.
  public void await(Collection<UUID> events) {
    outbox.publications().await(events, config.acknowledgement());
  }
}
