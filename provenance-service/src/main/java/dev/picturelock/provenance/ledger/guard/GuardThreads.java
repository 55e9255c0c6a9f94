package dev.picturelock.provenance.ledger.guard;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// The two threads of the guard: one compares with what was released, at the start and as the topic
/// goes on; one scrubs.
@ApplicationScoped
class GuardThreads {
  private static final Logger LOG = Logger.getLogger(GuardThreads.class);
  private static final int AFTER_AN_OUTAGE_SECONDS = 2;

  private final StartCheck start;
  private final CheckpointTopic topic;
  private final PublishedCheckpoints published;
  private final Alarms alarms;
  private final Scrubber scrubber;
  private final Signing signing;
  private final CountDownLatch shutDown = new CountDownLatch(1);

  /// After a failure the topic is read from its beginning; of the thread that follows it alone.
  private boolean anew;

  GuardThreads(
      StartCheck start,
      CheckpointTopic topic,
      PublishedCheckpoints published,
      Alarms alarms,
      Scrubber scrubber,
      Signing signing) {
    this.start = start;
    this.topic = topic;
    this.published = published;
    this.alarms = alarms;
    this.scrubber = scrubber;
    this.signing = signing;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("ledger-guard").daemon(true).start(this::compareAndFollow);
    Thread.ofPlatform().name("ledger-scrubber").daemon(true).start(this::scrub);
  }

  void stop(@Observes ShutdownEvent event) {
    shutDown.countDown();
    signing.shutDown();
    scrubber.shutDown();
  }

  /// Opens the gate or shuts it, and then reads what the topic says: another instance that signs
  /// another past is noticed here.
  private void compareAndFollow() {
    untilItWorks("the ledger could not be compared with what was released", start::run);
    while (!isOver()) {
      untilItWorks("the checkpoint topic could not be read", this::follow);
    }
    topic.close();
  }

  /// Scrubs once everything was compared.
  private void scrub() {
    if (signing.awaitChecked()) {
      scrubber.run();
    }
  }

  private void follow() {
    try {
      if (anew) {
        published.learnAll(topic);
        anew = false;
      }
      topic.readOn(published::follow);
    } catch (Anchors.ContradictionException contradiction) {
      var _ = alarms.contradicted(contradiction);
    }
  }

  private void untilItWorks(String failure, Runnable step) {
    while (!isOver()) {
      try {
        step.run();
        return;
      } catch (RuntimeException | Error broken) {
        // An Error must not end the thread either: nobody else looks.
        LOG.warnf("%s, will try again: %s", failure, broken);
        topic.close();
        anew = true;
        if (rest()) {
          return;
        }
      }
    }
  }

  private boolean isOver() {
    return shutDown.getCount() == 0;
  }

  private boolean rest() {
    try {
      return shutDown.await(AFTER_AN_OUTAGE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
