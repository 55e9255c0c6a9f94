package dev.picturelock.provenance.recorder.kafka;

import dev.picturelock.provenance.ledger.guard.Patience;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes every event of every service, in batches. While nothing may be signed a batch waits here.
@ApplicationScoped
class EventConsumer {
  private final EventBatches batches;
  private final Patience patience;

  EventConsumer(EventBatches batches, Patience patience) {
    this.batches = batches;
    this.patience = patience;
  }

  @Incoming("events-in")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    patience.take(() -> batches.record(records));
  }
}
