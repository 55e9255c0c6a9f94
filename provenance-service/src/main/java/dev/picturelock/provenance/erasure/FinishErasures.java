package dev.picturelock.provenance.erasure;

import dev.picturelock.provenance.disclosure.DisclosureConfig;
import dev.picturelock.provenance.disclosure.RestingValues;
import dev.picturelock.provenance.disclosure.SubjectKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Does what an erasure leaves to do after its commit: destroys keys, and erases records once more
/// when the topic has moved on. At start, every now and then, and right after an erasure; whoever
/// died in between is caught up on.
@ApplicationScoped
public class FinishErasures {
  private static final Logger LOG = Logger.getLogger(FinishErasures.class);
  private static final int AT_ONCE = 5_000;

  private final Erasures erasures;
  private final RestingValues store;
  private final SubjectKeys keys;
  private final ErasedRecords records;
  private final DisclosureConfig config;
  private final CountDownLatch stopped = new CountDownLatch(1);

  FinishErasures(
      Erasures erasures,
      RestingValues store,
      SubjectKeys keys,
      ErasedRecords records,
      DisclosureConfig config) {
    this.erasures = erasures;
    this.store = store;
    this.keys = keys;
    this.records = records;
    this.config = config;
  }

  void start(@Observes Startup event) {
    keys.begin(store.anyKey().isPresent());
    Thread.ofPlatform().name("erasures").daemon(true).start(this::run);
  }

  void stop(@Observes Shutdown event) {
    stopped.countDown();
  }

  private void run() {
    try {
      do {
        sweep();
      } while (!stopped.await(config.sweepPeriod().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void sweep() {
    boolean _ = destroyKeys();
    try {
      while (records.eraseDue(AT_ONCE) == AT_ONCE) {
        // more may be due
      }
    } catch (RuntimeException broken) {
      LOG.warnf("records could not be erased once more, will try again: %s", broken.getMessage());
    }
  }

  /// Whether no key is left that is to be destroyed.
  public boolean destroyKeys() {
    try {
      for (var keyId : erasures.keysToDestroy()) {
        keys.destroy(keyId);
        // If we die here, it is destroyed once more, which is no error.
        erasures.destroyed(keyId);
      }
      return true;
    } catch (RuntimeException broken) {
      LOG.errorf("keys of erased values are not destroyed yet: %s", broken.getMessage());
      return false;
    }
  }

  /// The part that needs a transaction.
  @ApplicationScoped
  static class ErasedRecords {
    private final Erasures erasures;
    private final Redaction redaction;
    private final InstantSource clock;

    ErasedRecords(Erasures erasures, Redaction redaction, InstantSource clock) {
      this.erasures = erasures;
      this.redaction = redaction;
      this.clock = clock;
    }

    @Transactional(TxType.REQUIRES_NEW)
    int eraseDue(int limit) {
      var due = erasures.takeDue(clock.instant(), limit);
      redaction.eraseRecords(due);
      return due.size();
    }
  }
}
