package dev.picturelock.provenance.ledger.anchoring;

import dev.picturelock.provenance.ledger.Commits;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Lets the log of logs look for changes. Every instance looks, a few times in each period; that
/// there is one entry a period is decided by [LogOfLogs] under its lock.
@ApplicationScoped
class AnchorTimer {
  private static final Logger LOG = Logger.getLogger(AnchorTimer.class);
  private static final int LOOKS_IN_A_PERIOD = 4;

  private final LogOfLogs logOfLogs;
  private final AnchoringConfig config;
  private final Commits commits;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("log-of-logs").daemon(true).factory());

  AnchorTimer(LogOfLogs logOfLogs, AnchoringConfig config, Commits commits) {
    this.logOfLogs = logOfLogs;
    this.config = config;
    this.commits = commits;
  }

  void start(@Observes StartupEvent event) {
    long pause = config.period().dividedBy(LOOKS_IN_A_PERIOD).toNanos();
    ScheduledFuture<?> _ =
        thread.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.NANOSECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    thread.shutdownNow();
  }

  private void look() {
    try {
      int anchored = logOfLogs.anchorChanged(config.period());
      if (anchored > 0) {
        commits.announce();
        LOG.infof("anchored logs=%d", anchored);
      }
    } catch (RuntimeException broken) {
      // Nothing was committed; what has changed is still seen as changed the next time.
      LOG.warnf(broken, "the log of logs could not be written, will try again");
    }
  }
}
