package dev.picturelock.provenance.disclosure.kafka;

import dev.picturelock.kit.disclosure.SealedDisclosure;
import dev.picturelock.provenance.disclosure.DisclosedValues;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// Takes sealed disclosures; a record without a value erases one. Repeats change nothing.
@ApplicationScoped
class DisclosureConsumer {
  private static final Logger LOG = Logger.getLogger(DisclosureConsumer.class);

  private final DisclosedValues values;

  DisclosureConsumer(DisclosedValues values) {
    this.values = values;
  }

  @Incoming("disclosures-in")
  @Blocking
  @Retry(
      maxRetries = 60,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS,
      maxDuration = 2,
      durationUnit = ChronoUnit.MINUTES)
  void on(ConsumerRecords<String, byte[]> records) {
    records.forEach(this::take);
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      erase(record.key());
      return;
    }
    try {
      values.keep(SealedDisclosure.fromBytes(record.value()));
    } catch (IOException unreadable) {
      // Never an event, so nothing of the ledger is lost; the value stays undisclosed.
      LOG.errorf(
          "unreadable disclosure topic=%s partition=%d offset=%d",
          record.topic(), record.partition(), record.offset());
    }
  }

  private void erase(String key) {
    var parts = key.split("/", 2);
    values.erase(UUID.fromString(parts[0]), parts.length == 2 ? parts[1] : "");
  }
}
