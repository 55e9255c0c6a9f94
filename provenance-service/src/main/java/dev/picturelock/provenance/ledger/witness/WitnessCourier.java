package dev.picturelock.provenance.ledger.witness;

import dev.picturelock.provenance.ledger.Head;
import dev.picturelock.provenance.ledger.LogId;
import dev.picturelock.provenance.ledger.Logs;
import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.provenance.ledger.witness.WitnessAnswers.Next;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.tile.TileSubtrees;
import dev.picturelock.tlog.witness.HttpPost;
import dev.picturelock.tlog.witness.WitnessClient;
import dev.picturelock.tlog.witness.WitnessEndpoint;
import dev.picturelock.tlog.witness.WitnessResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
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
  private final HttpPost http;
  private final Logs logs;
  private final Guard guard;
  private final WitnessAnswers answers;
  private final Consumer<WitnessAnswered> report;
  private final InstantSource clock;
  private final WitnessConfig config;
  private final BackOff backOff;
  private final Map<LogId, Errand> errands = new HashMap<>();

  WitnessCourier(
      String witness,
      WitnessEndpoint endpoint,
      HttpPost http,
      Logs logs,
      Guard guard,
      WitnessAnswers answers,
      Consumer<WitnessAnswered> report,
      InstantSource clock,
      WitnessConfig config) {
    this.witness = witness;
    this.endpoint = endpoint;
    this.http = http;
    this.logs = logs;
    this.guard = guard;
    this.answers = answers;
    this.report = report;
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
    long begun = System.nanoTime();
    var result = ask(head, errand.client);
    report.accept(
        new WitnessAnswered(witness, head, result, Duration.ofNanos(System.nanoTime() - begun)));
    var next = answers.take(witness, head, result);
    if (next == Next.DONE) {
      errand.has = head.size();
    }
    if (next != Next.PAUSE_WITNESS) {
      backOff.succeeded();
    }
    switch (next) {
      case DONE, NEWER -> errand.backOff.succeeded();
      case PAUSE_LOG -> pause(errand.backOff, head, result);
      case PAUSE_WITNESS -> pause(backOff, head, result);
    }
  }

  private WitnessResult ask(Head head, WitnessClient client) throws InterruptedException {
    // What a witness has cosigned cannot be taken back.
    guard.release(head);
    var size = head.size();
    return client.submit(
        SignedCheckpoint.parse(head.checkpoint()),
        old -> ConsistencyProof.of(old, size, new TileSubtrees(size, logs.tiles(head.log()))));
  }

  private void pause(BackOff pausing, Head head, WitnessResult result) {
    pausing.failed(clock.instant());
    if (pausing.isNews()) {
      LOG.warnf("witness does not cosign witness=%s log=%s: %s", witness, head.origin(), result);
    }
  }

  private Errand newErrand() {
    return new Errand(new WitnessClient(endpoint, http), newBackOff());
  }

  private BackOff newBackOff() {
    return new BackOff(config.period(), config.longestPause());
  }
}
