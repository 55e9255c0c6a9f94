package dev.picturelock.provenance;

import dev.picturelock.provenance.ledger.LogKeys;
import dev.picturelock.provenance.ledger.Logs;
import dev.picturelock.testkit.witness.TestWitness;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.witness.AddCheckpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What somebody does who has the ledger's keys and another past to show.
@ApplicationScoped
class ForgedHistory {
  private final Logs logs;
  private final LogKeys keys;

  ForgedHistory(Logs logs, LogKeys keys) {
    this.logs = logs;
    this.keys = keys;
  }

  /// Shows a witness a history of the title that goes on with other entries.
  ///
  /// - **more** how many
  void show(String title, TestWitness witness, int more) {
    var head = logs.head(title).orElseThrow();
    var edge = Edge.load(head.size(), head.root(), logs.tiles(head.log()));
    var forged = IntStream.range(0, more).mapToObj(i -> Hash.leaf(new byte[] {(byte) i})).toList();
    var forked = edge.append(forged);
    var leaves =
        Stream.concat(
                logs.entries(title, 0, head.position()).stream().map(Hash::leaf), forged.stream())
            .toList();
    var proof =
        ConsistencyProof.of(
            head.size(),
            forked.size(),
            (height, index) -> {
              int from = Math.toIntExact(index << height);
              return Edge.EMPTY.append(leaves.subList(from, from + (1 << height))).root();
            });
    var signed =
        SignedCheckpoint.sign(
            new Checkpoint(head.origin(), forked.size(), forked.root()), keys.signer(head));

    WitnessesResource.show(witness, new AddCheckpoint(head.size(), proof, signed));
  }
}
