package dev.picturelock.approval.review.kafka;

import dev.picturelock.approval.review.HandleClassification;
import dev.picturelock.kit.inbox.ConsumedEvent;
import dev.picturelock.kit.inbox.ConsumedEvents;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Only delegates. What fails for a while is tried again for about a minute and a half; then the
/// channel stops, readiness fails and the offset stays where it is.
@ApplicationScoped
class ClassificationConsumer {
  private final ConsumedEvents consumed;
  private final HandleClassification handleClassification;

  ClassificationConsumer(ConsumedEvents consumed, HandleClassification handleClassification) {
    this.consumed = consumed;
    this.handleClassification = handleClassification;
  }

  @Incoming("classifications-in")
  @Blocking
  @Retry(
      maxRetries = 8,
      delay = 500,
      jitter = 100,
      maxDuration = 150,
      durationUnit = ChronoUnit.SECONDS)
  @ExponentialBackoff(maxDelay = 30_000)
  void on(ConsumerRecords<String, byte[]> records) {
    consumed.handle(
        records,
        events -> handleClassification.handle(events.stream().map(ConsumedEvent::event).toList()));
  }
}
