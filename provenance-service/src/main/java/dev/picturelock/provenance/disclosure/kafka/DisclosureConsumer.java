package dev.picturelock.provenance.disclosure.kafka;

import dev.picturelock.provenance.ledger.guard.Patience;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes sealed disclosures, in batches. One that an erasure is waiting for is stated in the
/// ledger, so while nothing may be signed a batch waits here.
@ApplicationScoped
class DisclosureConsumer {
  private final DisclosureBatches batches;
  private final Patience patience;

  DisclosureConsumer(DisclosureBatches batches, Patience patience) {
    this.batches = batches;
    this.patience = patience;
  }

  @Incoming("disclosures-in")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    patience.take(() -> batches.keep(records));
  }
}
