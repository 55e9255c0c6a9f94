package dev.picturelock.provenance.recorder.kafka;

import dev.picturelock.kit.inbox.ConsumedEvents;
import dev.picturelock.provenance.ledger.Commits;
import dev.picturelock.provenance.ledger.guard.Signing;
import dev.picturelock.provenance.recorder.Recorder;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CancellationException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes every event of every service, in batches; one batch is one transaction.
@ApplicationScoped
class EventConsumer {
  private final ConsumedEvents consumedEvents;
  private final Recorder recorder;
  private final Commits commits;
  private final Signing signing;

  EventConsumer(
      ConsumedEvents consumedEvents, Recorder recorder, Commits commits, Signing signing) {
    this.consumedEvents = consumedEvents;
    this.recorder = recorder;
    this.commits = commits;
    this.signing = signing;
  }

  @Incoming("events-in")
  @Blocking
  @Retry(
      maxRetries = 60,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS,
      maxDuration = 2,
      durationUnit = ChronoUnit.MINUTES,
      abortOn = CancellationException.class)
  void on(ConsumerRecords<String, byte[]> records) {
    // While nothing may be signed a batch waits here: not acknowledged, not refused, not lost.
    signing.awaitOpen();
    consumedEvents.handle(records, recorder::record);
    commits.announce();
  }
}
