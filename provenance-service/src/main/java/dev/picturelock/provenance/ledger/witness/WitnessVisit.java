package dev.picturelock.provenance.ledger.witness;

import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.Tiles;
import dev.picturelock.provenance.ledger.witness.WitnessAnswers.Next;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.tile.TileSubtrees;
import dev.picturelock.tlog.witness.HttpPost;
import dev.picturelock.tlog.witness.WitnessClient;
import dev.picturelock.tlog.witness.WitnessEndpoint;
import dev.picturelock.tlog.witness.WitnessResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;

/// Shows a checkpoint to a witness and takes in what it answers.
@ApplicationScoped
class WitnessVisit {
  private final Tiles tiles;
  private final Guard guard;
  private final HttpPost http;
  private final WitnessAnswers answers;
  private final Event<WitnessAnswered> report;

  WitnessVisit(
      Tiles tiles,
      Guard guard,
      HttpPost http,
      WitnessAnswers answers,
      Event<WitnessAnswered> report) {
    this.tiles = tiles;
    this.guard = guard;
    this.http = http;
    this.answers = answers;
    this.report = report;
  }

  /// What the witness answered, and what that means for the next visit.
  record Outcome(WitnessResult result, Next next) {}

  /// One for each witness and log, because it remembers what the witness has.
  WitnessClient client(WitnessEndpoint endpoint) {
    return new WitnessClient(endpoint, http);
  }

  /// - **witness** what the policy calls it
  Outcome show(String witness, WitnessClient client, Head head) throws InterruptedException {
    long begun = System.nanoTime();
    var result = ask(client, head);
    report.fire(
        new WitnessAnswered(witness, head, result, Duration.ofNanos(System.nanoTime() - begun)));
    return new Outcome(result, answers.take(witness, head, result));
  }

  private WitnessResult ask(WitnessClient client, Head head) throws InterruptedException {
    // What a witness has cosigned cannot be taken back.
    guard.release(head);
    var size = head.size();
    return client.submit(
        SignedCheckpoint.parse(head.checkpoint()),
        old -> ConsistencyProof.of(old, size, new TileSubtrees(size, tiles.reader(head.log()))));
  }
}
