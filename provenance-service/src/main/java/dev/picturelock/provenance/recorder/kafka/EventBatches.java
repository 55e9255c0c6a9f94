package dev.picturelock.provenance.recorder.kafka;

import dev.picturelock.kit.inbox.ConsumedEvents;
import dev.picturelock.provenance.ledger.Commits;
import dev.picturelock.provenance.ledger.guard.LogEndedException;
import dev.picturelock.provenance.ledger.guard.SigningStoppedException;
import dev.picturelock.provenance.recorder.Recorder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CancellationException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;

/// Records batches of events; one batch is one transaction. An outage is waited out for a while;
/// how long the batch waited to be signed before that does not count.
@ApplicationScoped
class EventBatches {
  private final ConsumedEvents consumedEvents;
  private final Recorder recorder;
  private final Commits commits;

  EventBatches(ConsumedEvents consumedEvents, Recorder recorder, Commits commits) {
    this.consumedEvents = consumedEvents;
    this.recorder = recorder;
    this.commits = commits;
  }

  @Retry(
      maxRetries = 60,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS,
      maxDuration = 2,
      durationUnit = ChronoUnit.MINUTES,
      abortOn = {
        CancellationException.class,
        SigningStoppedException.class,
        LogEndedException.class
      })
  void record(ConsumerRecords<String, byte[]> records) {
    consumedEvents.handle(records, recorder);
    commits.announce();
  }
}
