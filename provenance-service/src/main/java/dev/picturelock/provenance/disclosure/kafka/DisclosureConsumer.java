package dev.picturelock.provenance.disclosure.kafka;

import dev.picturelock.kit.disclosure.SealedDisclosure;
import dev.picturelock.provenance.disclosure.DisclosedValues;
import dev.picturelock.provenance.ledger.guard.Patience;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes sealed disclosures, in batches; a record without a value erases one. Repeats change
/// nothing. One that an erasure is waiting for is stated in the ledger, so while nothing may be
/// signed a batch waits here.
@ApplicationScoped
class DisclosureConsumer {
  private static final Logger LOG = Logger.getLogger(DisclosureConsumer.class);

  private final DisclosedValues values;
  private final Patience patience;

  DisclosureConsumer(DisclosedValues values, Patience patience) {
    this.values = values;
    this.patience = patience;
  }

  @Incoming("disclosures-in")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    patience.take(() -> keep(records));
  }

  private void keep(ConsumerRecords<String, byte[]> records) {
    var kept = new LinkedHashMap<String, SealedDisclosure>();
    records.forEach(record -> take(record, kept));
    values.keep(kept.values());
  }

  private void take(ConsumerRecord<String, byte[]> record, Map<String, SealedDisclosure> kept) {
    try {
      if (record.value() == null) {
        erase(record.key());
        kept.remove(record.key());
      } else {
        var sealed = SealedDisclosure.fromBytes(record.value());
        kept.put(sealed.key(), sealed);
      }
    } catch (IOException unreadable) {
      // Never an event, so nothing of the ledger is lost; the value stays undisclosed.
      LOG.errorf(
          "unreadable disclosure topic=%s partition=%d offset=%d",
          record.topic(), record.partition(), record.offset());
    }
  }

  private void erase(@Nullable String key) throws IOException {
    var parts = key == null ? new String[0] : key.split("/", 2);
    if (parts.length != 2) {
      throw new IOException("want <event>/<digest> as key");
    }
    UUID event;
    try {
      event = UUID.fromString(parts[0]);
    } catch (IllegalArgumentException notAnId) {
      throw new IOException("want an event id in the key", notAnId);
    }
    values.forget(event, parts[1]);
  }
}
