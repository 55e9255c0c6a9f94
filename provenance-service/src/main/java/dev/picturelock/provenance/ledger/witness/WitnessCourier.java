package dev.picturelock.provenance.ledger.witness;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.ledger.witness.WitnessAnswers.Next;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.witness.WitnessClient;
import dev.picturelock.tlog.witness.WitnessEndpoint;
import dev.picturelock.tlog.witness.WitnessResult;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;

/// Brings one witness what is new, one log after the other. For one thread at a time.
///
/// There is no queue: only the newest checkpoint of a log is ever brought, and one that came while
/// the witness was slow is brought next time. A witness that fails is left alone for a while,
/// longer each time.
final class WitnessCourier {
  private static final Logger LOG = Logger.getLogger(WitnessCourier.class);

  private final String witness;
  private final WitnessEndpoint endpoint;
  private final WitnessVisit visit;
  private final InstantSource clock;
  private final WitnessConfig config;
  private final BackOff backOff;
  private final Map<LogId, Errand> errands = new HashMap<>();

  WitnessCourier(
      String witness,
      WitnessEndpoint endpoint,
      WitnessVisit visit,
      InstantSource clock,
      WitnessConfig config) {
    this.witness = witness;
    this.endpoint = endpoint;
    this.visit = visit;
    this.clock = clock;
    this.config = config;
    this.backOff = newBackOff();
  }

  /// What the witness is known to have of one log.
  private static final class Errand {
    private final WitnessClient client;
    private final BackOff backOff;
    private TreeSize has = TreeSize.ZERO;

    private Errand(WitnessClient client, BackOff backOff) {
      this.client = client;
      this.backOff = backOff;
    }
  }

  String witness() {
    return witness;
  }

  /// Brings the newest checkpoint of each of the logs; `newest` may change meanwhile.
  void deliver(ConcurrentMap<LogId, Head> newest) throws InterruptedException {
    for (var log : newest.keySet()) {
      var head = newest.get(log);
      if (head != null && backOff.isOver(clock.instant())) {
        var errand = errands.computeIfAbsent(log, _ -> newErrand());
        if (errand.has.compareTo(head.size()) < 0 && errand.backOff.isOver(clock.instant())) {
          tryToDeliver(head, errand);
        }
      }
    }
  }

  /// One log that cannot be brought is not in the way of the others.
  private void tryToDeliver(Head head, Errand errand) throws InterruptedException {
    try {
      deliver(head, errand);
    } catch (RuntimeException broken) {
      errand.backOff.failed(clock.instant());
      if (errand.backOff.isNews()) {
        LOG.warnf(broken, "witness was not asked witness=%s log=%s", witness, head.origin());
      }
    }
  }

  private void deliver(Head head, Errand errand) throws InterruptedException {
    var outcome = visit.show(witness, errand.client, head);
    if (outcome.next() == Next.DONE) {
      errand.has = head.size();
    }
    if (outcome.next() != Next.PAUSE_WITNESS) {
      backOff.succeeded();
    }
    switch (outcome.next()) {
      case DONE, NEWER -> errand.backOff.succeeded();
      case PAUSE_LOG -> pause(errand.backOff, head, outcome.result());
      case PAUSE_WITNESS -> pause(backOff, head, outcome.result());
    }
  }

  private void pause(BackOff pausing, Head head, WitnessResult result) {
    pausing.failed(clock.instant());
    if (pausing.isNews()) {
      LOG.warnf("witness does not cosign witness=%s log=%s: %s", witness, head.origin(), result);
    }
  }

  private Errand newErrand() {
    return new Errand(visit.client(endpoint), newBackOff());
  }

  private BackOff newBackOff() {
    return new BackOff(config.period(), config.longestPause());
  }
}
