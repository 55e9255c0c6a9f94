package dev.picturelock.provenance.ledger.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// What goes on by itself as long as the process lives.
@ApplicationScoped
public class RollbackGuard {
  private static final Logger LOG = Logger.getLogger(RollbackGuard.class);
  private static final int AFTER_AN_OUTAGE_SECONDS = 2;

  private final StartCheck start;
  private final CheckpointTopic topic;
  private final PublishedCheckpoints published;
  private final Guard guard;
  private final Scrubber scrubber;
  private final Signing signing;
  private final CountDownLatch shutDown = new CountDownLatch(1);

  RollbackGuard(
      StartCheck start,
      CheckpointTopic topic,
      PublishedCheckpoints published,
      Guard guard,
      Scrubber scrubber,
      Signing signing) {
    this.start = start;
    this.topic = topic;
    this.published = published;
    this.guard = guard;
    this.scrubber = scrubber;
    this.signing = signing;
  }

  /// Opens the gate or shuts it, and then reads what the topic says: another instance that signs
  /// another past is noticed here.
  public void compareAndFollow() {
    untilItWorks("the ledger could not be compared with what was released", start::run);
    while (!isOver()) {
      untilItWorks("the checkpoint topic could not be read", this::follow);
    }
    topic.close();
  }

  /// Scrubs once everything was compared.
  public void scrub() {
    if (signing.awaitChecked()) {
      scrubber.run();
    }
  }

  public void shutDown() {
    shutDown.countDown();
    signing.shutDown();
    scrubber.shutDown();
  }

  private void follow() {
    try {
      topic.readOn(published::learn);
    } catch (Anchors.ContradictionException contradiction) {
      var _ = guard.contradicted(contradiction);
    }
  }

  private void untilItWorks(String failure, Runnable step) {
    while (!isOver()) {
      try {
        step.run();
        return;
      } catch (RuntimeException outage) {
        LOG.warnf("%s, will try again: %s", failure, outage);
        topic.close();
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
