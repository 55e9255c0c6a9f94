package dev.picturelock.provenance.recorder.kafka;

import dev.picturelock.kit.inbox.ConsumedEvents;
import dev.picturelock.provenance.ledger.guard.Patience;
import dev.picturelock.provenance.recorder.Recorder;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes every event of every service, in batches; one batch is one transaction. While nothing may
/// be signed a batch waits here.
@ApplicationScoped
class EventConsumer {
  private final ConsumedEvents consumedEvents;
  private final Recorder recorder;
  private final Patience patience;

  EventConsumer(ConsumedEvents consumedEvents, Recorder recorder, Patience patience) {
    this.consumedEvents = consumedEvents;
    this.recorder = recorder;
    this.patience = patience;
  }

  @Incoming("events-in")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    patience.take(() -> consumedEvents.handle(records, recorder));
  }
}
