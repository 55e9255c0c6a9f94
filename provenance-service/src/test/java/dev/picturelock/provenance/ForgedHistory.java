package dev.picturelock.provenance;

import static dev.picturelock.provenance.LedgerApi.checkpoint;
import static dev.picturelock.provenance.LedgerApi.key;
import static dev.picturelock.provenance.LedgerApi.record;
import static dev.picturelock.provenance.WitnessesResource.witness;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.picturelock.provenance.ledger.guard.Alarm;
import dev.picturelock.provenance.ledger.guard.Signing;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.Tiles;
import dev.picturelock.testkit.witness.TestWitness;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.witness.AddCheckpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;

/// What somebody does who has the ledger's keys and another past to show, and what comes of it.
@ApplicationScoped
class ForgedHistory {
  private final Logs logs;
  private final Entries entries;
  private final Tiles tiles;
  private final LogKeys keys;
  private final Signing signing;

  ForgedHistory(Logs logs, Entries entries, Tiles tiles, LogKeys keys, Signing signing) {
    this.logs = logs;
    this.entries = entries;
    this.tiles = tiles;
    this.keys = keys;
    this.signing = signing;
  }

  /// Shows a witness a history of the title with other entries, lets the title go on as it really
  /// did, and waits until nothing is signed any more.
  Alarm stopsSigning(String title, TestWitness first, int more) throws Exception {
    var events = new SampleEvents(title);
    record(events.opened());
    IntStream.range(0, 3).forEach(number -> witness(number).trust(key(title)));
    soon().until(() -> checkpoint(title).note().signatures().size() == 5);
    show(title, first, more);

    record(events.registered("comp", "v001", "generated"));

    soon().until(() -> signing.state() instanceof Signing.Stopped);
    given().get("/q/health/ready").then().statusCode(503);
    return ((Signing.Stopped) signing.state()).alarm();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(30));
  }

  /// Shows a witness a history of the title that goes on with other entries.
  private void show(String title, TestWitness witness, int more) throws Exception {
    var head = logs.head(title).orElseThrow();
    var edge = Edge.load(head.size(), head.root(), tiles.reader(head.log()));
    var forged = IntStream.range(0, more).mapToObj(i -> Hash.leaf(new byte[] {(byte) i})).toList();
    var forked = edge.append(forged);
    var leaves =
        Stream.concat(
                entries.between(title, 0, head.position()).stream().map(Hash::leaf),
                forged.stream())
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

    var answer =
        given()
            .body(new AddCheckpoint(head.size(), proof, signed).toBytes())
            .post(witness.url() + "/add-checkpoint");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }
}
