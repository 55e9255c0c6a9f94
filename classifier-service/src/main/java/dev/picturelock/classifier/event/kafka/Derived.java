package dev.picturelock.classifier.event.kafka;

import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.event.EventCodec;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/// Sends what follows from a batch, and the dead letters of it, and waits for the broker.
///
/// The buffer is unbounded because one batch of the consumer bounds what is ever in it.
@ApplicationScoped
class Derived {
  private static final Logger LOG = Logger.getLogger(Derived.class);
  private static final String DEAD_LETTERS = Topic.INTAKE.topicName() + ".dlq.classifier-service";
  private static final byte[] NO_VALUE = {};
  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(30);

  private final Emitter<byte[]> emitter;
  private final MeterRegistry meters;

  Derived(
      @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<byte[]> emitter,
      MeterRegistry meters) {
    this.emitter = emitter;
    this.meters = meters;
  }

  Batch batch() {
    return new Batch();
  }

  /// Everything sent for one batch of records.
  final class Batch {
    private final List<CompletableFuture<Void>> acknowledged = new ArrayList<>();

    void publish(String titleId, byte[] event) {
      var headers = new RecordHeaders();
      headers.add("content-type", text(EventCodec.MEDIA_TYPE));
      send(Topic.CLASSIFICATION.topicName(), titleId, event, headers);
      meters.counter("picturelock.classifications").increment();
    }

    /// Keeps the record as it came, with the reason and where it stood, for a person to replay.
    void bury(ConsumerRecord<String, byte[]> record, String reason) {
      var headers = new RecordHeaders(record.headers().toArray());
      headers.add("dead-letter-reason", text(reason));
      headers.add("dead-letter-topic", text(record.topic()));
      headers.add("dead-letter-partition", text(Integer.toString(record.partition())));
      headers.add("dead-letter-offset", text(Long.toString(record.offset())));
      var value = record.value();
      send(DEAD_LETTERS, record.key(), value == null ? NO_VALUE : value, headers);
      meters.counter("picturelock.dead.letters", "topic", record.topic()).increment();
      LOG.errorf(
          "dead letter topic=%s partition=%d offset=%d reason=%s",
          record.topic(), record.partition(), record.offset(), reason);
    }

    /// Returns once the broker has all of it; [IllegalStateException] if it does not take it.
    void await() {
      try {
        CompletableFuture.allOf(acknowledged.toArray(CompletableFuture<?>[]::new))
            .get(SEND_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException("the broker did not acknowledge", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped while sending", e);
      }
    }

    private void send(String topic, String key, byte[] value, RecordHeaders headers) {
      var ack = new CompletableFuture<Void>();
      acknowledged.add(ack);
      var metadata =
          OutgoingKafkaRecordMetadata.<String>builder()
              .withTopic(topic)
              .withKey(key)
              .withHeaders(headers)
              .build();
      emitter.send(
          Message.of(
              value,
              Metadata.of(metadata),
              () -> {
                ack.complete(null);
                return CompletableFuture.completedFuture(null);
              },
              failure -> {
                ack.completeExceptionally(failure);
                return CompletableFuture.completedFuture(null);
              }));
    }

    private static byte[] text(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
