package dev.picturelock.tlog.witness;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.Endorsement;
import dev.picturelock.tlog.note.Endorsement.Cosigned;
import dev.picturelock.tlog.note.NoteResult.Authentic;
import dev.picturelock.tlog.note.NoteResult.Rejected;
import dev.picturelock.tlog.note.SignatureLine;
import dev.picturelock.tlog.witness.WitnessAnswer.Conflict;
import dev.picturelock.tlog.witness.WitnessAnswer.Other;
import dev.picturelock.tlog.witness.WitnessAnswer.Refused;
import dev.picturelock.tlog.witness.WitnessAnswer.Signed;
import dev.picturelock.tlog.witness.WitnessResult.Ahead;
import dev.picturelock.tlog.witness.WitnessResult.Unreachable;
import dev.picturelock.tlog.witness.WitnessResult.Unusable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// Asks one witness to cosign the checkpoints of one log (c2sp.org/tlog-witness, add-checkpoint).
///
/// It remembers the size that the witness cosigned last. That is only a hint: when it is wrong, or
/// forgotten in a restart, the witness says so with 409 and is asked again from its own size.
public final class WitnessClient {

  // First try, the witness's size, and once more if another request of ours came between.
  private static final int MAX_REQUESTS = 3;

  private final WitnessEndpoint endpoint;
  private final HttpPost http;
  private final AtomicReference<TreeSize> latest = new AtomicReference<>(TreeSize.ZERO);

  public WitnessClient(WitnessEndpoint endpoint, HttpPost http) {
    this.endpoint = endpoint;
    this.http = http;
  }

  public WitnessEndpoint endpoint() {
    return endpoint;
  }

  /// Submits a checkpoint and waits for the outcome, without a limit of time.
  ///
  /// The checkpoint MUST already be stored for good: what a witness has cosigned cannot be taken
  /// back, and a log that forgets it has forked.
  public WitnessResult submit(SignedCheckpoint checkpoint, ConsistencyProofs proofs)
      throws InterruptedException {
    var size = checkpoint.checkpoint().size();
    // What was remembered may belong to a later checkpoint; the witness has to say so itself.
    var old = latest.get().compareTo(size) > 0 ? TreeSize.ZERO : latest.get();
    try {
      for (int request = 1; request <= MAX_REQUESTS; request++) {
        var body = new AddCheckpoint(old, proofs.from(old), checkpoint);
        switch (WitnessAnswer.parse(http.send(endpoint.addCheckpointUrl(), body.toBytes()))) {
          case Signed(var lines) -> {
            var result = check(checkpoint, lines);
            if (result instanceof WitnessResult.Cosigned) {
              latest.set(size);
            }
            return result;
          }
          case Conflict(var itsLatest) -> {
            latest.set(itsLatest);
            if (itsLatest.compareTo(size) > 0) {
              return new Ahead(itsLatest);
            }
            if (itsLatest.equals(old)) {
              return new Unusable("it answers 409 to the size that it says it has, " + old);
            }
            old = itsLatest;
          }
          case Refused(var refusal) -> {
            return new WitnessResult.Refused(refusal);
          }
          case Other(int status) -> {
            return new Unusable("it answers with status " + status);
          }
        }
      }
      return new Unusable("its size changed with every request");
    } catch (MalformedException e) {
      return new Unusable(e.reason());
    } catch (IOException e) {
      return new Unreachable(String.valueOf(e.getMessage()));
    }
  }

  /// "concatenate it to the checkpoint, and use a note verification function configured with the
  /// witness keys it trusts"; lines of other keys, and further lines of one key, are dropped.
  private WitnessResult check(SignedCheckpoint checkpoint, List<SignatureLine> lines) {
    return switch (checkpoint.note().withOnly(lines).verify(endpoint.keys())) {
      case Rejected(_, String detail) -> new Unusable(detail);
      // "The cosignature MUST NOT omit the timestamp, i.e. the timestamp MUST NOT be zero."
      case Authentic(var endorsements) when endorsements.stream().anyMatch(this::lacksTime) ->
          new Unusable("a cosignature without a time");
      case Authentic _ ->
          new WitnessResult.Cosigned(
              endpoint.keys().stream()
                  .flatMap(key -> lines.stream().filter(key::claims).limit(1))
                  .toList());
    };
  }

  private boolean lacksTime(Endorsement endorsement) {
    return !(endorsement instanceof Cosigned(_, Instant at)) || at.equals(Instant.EPOCH);
  }
}
