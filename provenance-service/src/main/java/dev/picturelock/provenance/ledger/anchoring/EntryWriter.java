package dev.picturelock.provenance.ledger.anchoring;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.tlog.anchor.AnchorEntry;
import dev.picturelock.tlog.anchor.Commitment;
import dev.picturelock.tlog.anchor.Label;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Writes entries of the log of logs.
///
/// Everybody with an account may read them, so they are filled up to a power of two with labels and
/// commitments that belong to nothing: how many logs have changed is not to be seen.
@ApplicationScoped
class EntryWriter {
  static final int MOST_LOGS = 500;
  private static final int FEWEST = 8;

  private final LogKeys keys;
  private final RandomGenerator random;

  EntryWriter(LogKeys keys, RandomGenerator random) {
    this.keys = keys;
    this.random = random;
  }

  AnchorEntry write(List<Head> heads, Instant time) {
    var checkpoints = new TreeMap<Label, Commitment>();
    for (var head : heads) {
      var checkpoint = SignedCheckpoint.parse(head.checkpoint()).checkpoint();
      checkpoints.put(Label.of(keys.verifierKey(head), time), Commitment.of(checkpoint));
    }
    int full = Math.max(FEWEST, Integer.highestOneBit(2 * heads.size() - 1));
    while (checkpoints.size() < full) {
      checkpoints.put(Label.random(random), Commitment.random(random));
    }
    return new AnchorEntry(checkpoints, time);
  }
}
