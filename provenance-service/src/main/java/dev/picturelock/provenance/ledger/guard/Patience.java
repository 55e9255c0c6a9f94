package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.Logs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Lets what arrives from a topic wait where it is until it can be taken: not acknowledged, not
/// refused, not lost.
///
/// - **A shut gate, or a log that has ended,** is waited out however long that takes.
/// - **Anything else,** above all a database that does not answer, is waited out for two minutes
///   ([PatienceConfig]) from the moment on at which the step could begin; then the channel stops.
@ApplicationScoped
public class Patience {
  private static final Logger LOG = Logger.getLogger(Patience.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final Signing signing;
  private final Guard guard;
  private final Logs logs;
  private final OutageBudget outages;

  Patience(Signing signing, Guard guard, Logs logs, PatienceConfig config) {
    this.signing = signing;
    this.guard = guard;
    this.logs = logs;
    this.outages = new OutageBudget(signing, config.betweenTries(), config.longestOutage());
  }

  /// Takes the step when the gate is open, and again after what was in its way. Each time the gate
  /// opens, an outage is given all its time again.
  ///
  /// - **Errors:** a cancellation when the process ends first; whatever the step failed with when
  ///   an outage lasts
  public void take(Runnable step) {
    while (true) {
      signing.awaitOpen();
      try {
        outages.take(step);
        return;
      } catch (SigningStoppedException shutMeanwhile) {
        LOG.warn("what arrives waits until the ledger signs again");
      } catch (LogEndedException ended) {
        LOG.errorf(
            "what arrives waits, for all titles, until an admin begins the next log of title %s: %s",
            ended.titleId(), ended.getMessage());
        awaitNextLog(ended.titleId());
      }
    }
  }

  private void awaitNextLog(String titleId) {
    while (!hasGrowingLog(titleId)) {
      signing.restOrEnd(BETWEEN_LOOKS);
    }
  }

  private boolean hasGrowingLog(String titleId) {
    try {
      return logs.head(titleId).filter(head -> !guard.hasEnded(head)).isPresent();
    } catch (RuntimeException outage) {
      // looked up again soon
      return false;
    }
  }
}
