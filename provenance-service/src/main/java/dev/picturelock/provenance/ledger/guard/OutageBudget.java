package dev.picturelock.provenance.ledger.guard;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;

/// Tries a step again and again while something it needs does not answer, but not for ever: who
/// reads the readiness shall hear of an outage that lasts.
///
/// - **pause** between two tries
/// - **longest** time from the first try on in which another one may begin
record OutageBudget(Signing signing, Duration pause, Duration longest) {
  private static final Logger LOG = Logger.getLogger(OutageBudget.class);

  /// - **Errors:** [SigningStoppedException], [LogEndedException] at once, because these are no
  ///   outage; [CancellationException] when the process ends; what the step failed with last when
  ///   the budget is used up
  void take(Runnable step) {
    long begun = System.nanoTime();
    while (true) {
      try {
        step.run();
        return;
      } catch (SigningStoppedException | LogEndedException | CancellationException noOutage) {
        throw noOutage;
      } catch (RuntimeException outage) {
        if (System.nanoTime() - begun >= longest.toNanos()) {
          throw outage;
        }
        LOG.debugf(outage, "what arrives could not be taken, will try again");
        signing.restOrEnd(pause);
      }
    }
  }
}
