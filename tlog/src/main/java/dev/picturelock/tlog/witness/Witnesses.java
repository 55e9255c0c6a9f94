package dev.picturelock.tlog.witness;

import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.policy.Quorum;
import dev.picturelock.tlog.witness.WitnessResult.Cosigned;
import dev.picturelock.tlog.witness.WitnessResult.Unreachable;
import dev.picturelock.tlog.witness.WitnessResult.Unusable;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// All witnesses of one log, asked at once; dead and slow ones are the policy's to tolerate.
public final class Witnesses {

  private record Arrival(WitnessEndpoint witness, WitnessResult result) {}

  private final Policy policy;
  private final List<WitnessClient> clients;
  private final Duration limit;

  /// - **policy:** its witnesses with a URL are asked, its quorum says when there are enough; the
  ///   log whose checkpoints are cosigned is one of its logs, see [Policy#forLog]
  /// - **limit:** how long a witness may take, repeats included; all run at the same time
  public Witnesses(Policy policy, HttpPost http, Duration limit) {
    this.policy = policy;
    this.clients =
        WitnessEndpoint.of(policy).stream()
            .map(endpoint -> new WitnessClient(endpoint, http))
            .toList();
    this.limit = limit;
  }

  /// Collects cosignatures until all witnesses have answered, the quorum is met, or the time is
  /// over, whichever is first. Those that are still at it then are interrupted.
  ///
  /// The checkpoint MUST already be stored for good, see [WitnessClient#submit].
  public Witnessed cosign(SignedCheckpoint checkpoint, ConsistencyProofs proofs)
      throws InterruptedException {
    var arrivals = new LinkedBlockingQueue<Arrival>();
    var threads =
        clients.stream().map(client -> start(client, checkpoint, proofs, arrivals)).toList();
    try {
      return collect(checkpoint, arrivals);
    } finally {
      threads.forEach(Thread::interrupt);
    }
  }

  private Thread start(
      WitnessClient client,
      SignedCheckpoint checkpoint,
      ConsistencyProofs proofs,
      BlockingQueue<Arrival> arrivals) {
    return Thread.ofVirtual()
        .name("witness " + client.endpoint().submissionPrefix())
        .start(() -> arrivals.add(new Arrival(client.endpoint(), ask(client, checkpoint, proofs))));
  }

  private WitnessResult ask(
      WitnessClient client, SignedCheckpoint checkpoint, ConsistencyProofs proofs) {
    try {
      return client.submit(checkpoint, proofs);
    } catch (InterruptedException e) {
      // Nobody waits for it any more.
      return new Unreachable("interrupted");
    } catch (RuntimeException e) {
      // A fault in making the proof or in the HTTP client must not look like a slow witness.
      return new Unusable("cannot be asked: " + e);
    }
  }

  private Witnessed collect(SignedCheckpoint checkpoint, BlockingQueue<Arrival> arrivals)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    Map<WitnessEndpoint, WitnessResult> arrived = new HashMap<>();
    var cosigned = checkpoint;
    while (arrived.size() < clients.size() && !isEnough(cosigned)) {
      var arrival = arrivals.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (arrival == null) {
        break;
      }
      arrived.put(arrival.witness(), arrival.result());
      if (arrival.result() instanceof Cosigned(var lines)) {
        cosigned = cosigned.with(lines);
      }
    }
    var silent = new Unreachable(isEnough(cosigned) ? "not waited for" : "no answer in " + limit);
    Map<WitnessEndpoint, WitnessResult> results = new LinkedHashMap<>();
    clients.forEach(
        client -> results.put(client.endpoint(), arrived.getOrDefault(client.endpoint(), silent)));
    return new Witnessed(cosigned, policy.evaluate(cosigned), results);
  }

  /// A quorum of none is met by nothing at all; its witnesses are all worth waiting for.
  private boolean isEnough(SignedCheckpoint cosigned) {
    return !(policy.quorum() instanceof Quorum.None) && policy.evaluate(cosigned).isSatisfied();
  }
}
