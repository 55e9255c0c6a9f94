package dev.picturelock.classifier.event.kafka;

import dev.picturelock.classifier.event.ClassifyEvent;
import dev.picturelock.classifier.event.PackNotInstalledException;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.event.EventTooLargeException;
import dev.picturelock.kit.event.Events;
import dev.picturelock.kit.event.PoisonEventException;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Answers each batch of intake with what follows from it, in its order.
///
/// Returns, and so lets the offsets be committed, only after the broker has acknowledged everything
/// that follows. A crash before that repeats the batch and yields the same bytes again; consumers
/// know them by the event id. A failure to publish is tried again for two minutes, enough for a
/// broker to start anew; then the batch stays unacknowledged and the channel stops, which readiness
/// shows. An event whose policy pack is not installed stops the channel at once, because only a
/// start with the pack helps; it is read again then. A dead letter may then stand twice; its
/// headers tell the offset it came from.
@ApplicationScoped
class IntakeConsumer {
  private static final String DERIVATION = "classification";
  private static final String ACTOR = "service:classifier-service";

  private final ClassifyEvent classifyEvent;
  private final Events events;
  private final Derived derived;

  IntakeConsumer(ClassifyEvent classifyEvent, Events events, Derived derived) {
    this.classifyEvent = classifyEvent;
    this.events = events;
    this.derived = derived;
  }

  @Incoming("intake-in")
  @Blocking
  @Retry(
      maxRetries = 60,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS,
      maxDuration = 2,
      durationUnit = ChronoUnit.MINUTES,
      abortOn = PackNotInstalledException.class)
  void on(ConsumerRecords<String, byte[]> records) {
    var batch = derived.batch();
    for (var record : records) {
      try {
        var cause = decode(record);
        classifyEvent
            .handle(cause)
            .map(fact -> events.derived(cause, DERIVATION, cause.subject(), ACTOR, fact))
            .ifPresent(event -> batch.publish(event.titleId(), encode(event)));
      } catch (PoisonEventException poison) {
        batch.bury(record, String.valueOf(poison.getMessage()));
      }
    }
    batch.await();
  }

  private static Event decode(ConsumerRecord<String, byte[]> record) {
    var bytes = record.value();
    if (bytes == null) {
      throw new PoisonEventException("record without a value");
    }
    return EventCodec.decode(bytes);
  }

  // Facts with very many stages can fit an event of intake and not the answer to it.
  private static byte[] encode(Event event) {
    try {
      return EventCodec.encode(event);
    } catch (EventTooLargeException tooLarge) {
      throw new PoisonEventException(String.valueOf(tooLarge.getMessage()), tooLarge);
    }
  }
}
