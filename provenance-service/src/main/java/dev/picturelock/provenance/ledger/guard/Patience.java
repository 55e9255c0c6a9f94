package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.Commits;
import dev.picturelock.provenance.ledger.Head;
import dev.picturelock.provenance.ledger.Logs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;

/// Lets what arrives from a topic wait where it is until it can be appended: not acknowledged, not
/// refused, not lost, however long that takes.
@ApplicationScoped
public class Patience {
  private static final Logger LOG = Logger.getLogger(Patience.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final Signing signing;
  private final Guard guard;
  private final Logs logs;
  private final Commits commits;

  Patience(Signing signing, Guard guard, Logs logs, Commits commits) {
    this.signing = signing;
    this.guard = guard;
    this.logs = logs;
    this.commits = commits;
  }

  /// Takes the step when the gate is open, and again when only a shut gate or a log that has ended
  /// was in its way.
  ///
  /// - **Errors:** [CancellationException] when the process ends first
  public void take(Runnable step) {
    while (true) {
      signing.awaitOpen();
      try {
        step.run();
        return;
      } catch (SigningStoppedException shutMeanwhile) {
        LOG.warn("what arrives waits until the ledger signs again");
      } catch (LogEndedException ended) {
        LOG.errorf(
            "what arrives waits, for all titles: the end of the newest log of title %s is lost, and"
                + " an admin must begin the next one",
            ended.titleId());
        awaitNextLog(ended.titleId());
      }
    }
  }

  private void awaitNextLog(String titleId) {
    while (commits.await(() -> growing(titleId), BETWEEN_LOOKS).isEmpty()) {
      if (signing.isShuttingDown() || Thread.currentThread().isInterrupted()) {
        throw new CancellationException("the process ends");
      }
    }
  }

  private Optional<Head> growing(String titleId) {
    try {
      return logs.head(titleId).filter(head -> !guard.hasEnded(head));
    } catch (RuntimeException outage) {
      // looked up again soon
      return Optional.empty();
    }
  }
}
