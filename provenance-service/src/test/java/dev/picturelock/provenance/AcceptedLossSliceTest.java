package dev.picturelock.provenance;

import static dev.picturelock.provenance.LedgerApi.PATIENCE;
import static dev.picturelock.provenance.LedgerApi.awaitLogged;
import static dev.picturelock.provenance.LedgerApi.checkpoint;
import static dev.picturelock.provenance.LedgerApi.key;
import static dev.picturelock.provenance.LedgerApi.record;
import static dev.picturelock.provenance.LedgerApi.rotate;
import static dev.picturelock.provenance.WitnessesResource.show;
import static dev.picturelock.provenance.WitnessesResource.witness;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.ledger.anchoring.Anchors;
import dev.picturelock.provenance.ledger.anchoring.LogOfLogs;
import dev.picturelock.provenance.ledger.guard.BareGuard;
import dev.picturelock.provenance.ledger.guard.Signing;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.witness.AddCheckpoint;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// A service whose operator has accepted that the ends of some logs are lost, and what it finds of
/// them in the database, at the witnesses and in the topics.
@QuarkusTest
@ProvenanceSlice
@TestProfile(AcceptedLossSliceTest.SomeLogsAreLost.class)
@QuarkusTestResource(value = WitnessesResource.class, restrictToAnnotatedClass = true)
class AcceptedLossSliceTest {

  /// How long an outage is waited out here.
  private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(5);

  private final LogOfLogs logOfLogs;
  private final Anchors anchors;
  private final Logs logs;
  private final LogKeys keys;
  private final Signing signing;
  private final RaisedAlarms alarms;
  private final Sql sql;
  private final Superuser superuser;
  private final Path anchorsFolder;

  @Inject
  AcceptedLossSliceTest(
      LogOfLogs logOfLogs,
      Anchors anchors,
      Logs logs,
      LogKeys keys,
      Signing signing,
      RaisedAlarms alarms,
      Sql sql,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database,
      @ConfigProperty(name = "picturelock.guard.anchors-dir") Path anchorsFolder) {
    this.logOfLogs = logOfLogs;
    this.anchors = anchors;
    this.logs = logs;
    this.keys = keys;
    this.signing = signing;
    this.alarms = alarms;
    this.sql = sql;
    this.superuser = new Superuser(database);
    this.anchorsFolder = anchorsFolder;
  }

  public static final class SomeLogsAreLost implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        // The file is read at the start only.
        var folder = Files.createTempDirectory("anchors");
        Files.write(
            folder.resolve("accept-loss"),
            List.of(origin("al-lost"), origin("al-seen"), origin("al-waits")));
        return Map.of(
            "picturelock.guard.anchors-dir", folder.toString(),
            "picturelock.patience.between-tries", "100ms",
            "picturelock.patience.longest-outage", LONGEST_OUTAGE.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void aLostLogThatNobodyWroteDownIsNotInTheWayOfTheLogOfLogs() {
    record(new SampleEvents("al-whole").opened());
    restoreUnderItsLostName("al-lost");

    logOfLogs.anchorChanged(Duration.ZERO);

    assertThat(anchors.newest(head("al-lost").log())).isEmpty();
    assertThat(anchors.newest(head("al-whole").log())).isPresent();
  }

  @Test
  void aWitnessThatHasSeenTheLostEndCosignsTheNextLogAndRaisesNoAlarm() {
    var lost = restoreUnderItsLostName("al-seen");
    var end = lostEndOf(lost);
    IntStream.range(0, 3).forEach(number -> witness(number).trust(keys.verifierKey(lost)));
    IntStream.range(0, 3).forEach(number -> show(witness(number), fromTheBeginning(end)));
    BareGuard.releasedElsewhere(anchorsFolder, end);
    record(new SampleEvents("al-later").opened());

    rotate("al-seen", "END_LOST").statusCode(200);
    IntStream.range(0, 3).forEach(number -> witness(number).trust(key("al-seen")));

    await().atMost(PATIENCE).until(() -> checkpoint("al-seen").note().signatures().size() == 5);
    assertThat(checkpoint("al-seen").checkpoint().origin()).isEqualTo(origin("al-seen") + "/2");
    assertThat(alarms.of("al-seen")).isEmpty();
    assertThat(signing.state()).isInstanceOf(Signing.Open.class);
  }

  @Test
  void waitingForTheNextLogUsesUpNoneOfTheTimeThatAnOutageThenTakes() {
    var event = new SampleEvents("al-waits").registered("comp", "v001", "generated");
    var _ = restoreUnderItsLostName("al-waits");
    LedgerApi.send(event);
    await()
        .atMost(PATIENCE)
        .during(LONGEST_OUTAGE.plusSeconds(1))
        .until(() -> given().get("/q/health/ready").statusCode() == 200);
    superuser.run(
        """
        CREATE SEQUENCE outages;
        GRANT SELECT ON outages TO provenance;
        CREATE FUNCTION fail_twice() RETURNS trigger
          LANGUAGE plpgsql SECURITY DEFINER SET search_path TO provenance AS $$
        BEGIN
          IF nextval('outages') <= 2 THEN
            RAISE EXCEPTION 'an outage' USING ERRCODE = 'disk_full';
          END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER outage BEFORE INSERT ON inbox
          FOR EACH ROW WHEN (NEW.event_id = '%s') EXECUTE FUNCTION fail_twice();
        """
            .formatted(event.id()));

    rotate("al-waits", "END_LOST").statusCode(200);

    assertThat(awaitLogged(event)).isEqualTo(EventCodec.encode(event));
    assertThat(sql.first("SELECT last_value FROM outages", row -> row.integer("last_value")))
        .contains(3L);
  }

  private static String origin(String title) {
    return "localhost/prov/" + title;
  }

  private Head head(String title) {
    return logs.head(title).orElseThrow();
  }

  /// Puts a log of one entry into the database that journals and topic do not know at all.
  private Head restoreUnderItsLostName(String title) {
    record(new SampleEvents("al-source").opened());
    var source = head("al-source");
    var begun = keys.begin(title, source.at(), _ -> false);
    var signed =
        SignedCheckpoint.sign(
            new Checkpoint(begun.origin(), source.size(), source.root()), keys.signer(begun));
    superuser.run(
        """
        INSERT INTO log_entry SELECT '%1$s', idx, event_id, leaf_hash, data, at
          FROM log_entry WHERE title_id = 'al-source';
        INSERT INTO log_tile (title_id, generation, level, n, hashes)
          SELECT '%1$s', generation, level, n, hashes FROM log_tile WHERE title_id = 'al-source';
        INSERT INTO log_state
          (title_id, origin, size, root, checkpoint, at, generation, first, verifier_key)
          SELECT '%1$s', '%2$s', size, root, '%3$s', at, generation, first, '%4$s'
          FROM log_state WHERE title_id = 'al-source';
        """
            .formatted(title, begun.origin(), signed.format(), begun.verifierKey()));
    assertThat(head(title).origin()).isEqualTo(origin(title));
    return head(title);
  }

  /// What was released before the database was set back.
  private SignedCheckpoint lostEndOf(Head head) {
    var end = new Checkpoint(head.origin(), new TreeSize(9), Hash.leaf(new byte[] {1}));
    return SignedCheckpoint.sign(end, keys.signer(head));
  }

  private static AddCheckpoint fromTheBeginning(SignedCheckpoint checkpoint) {
    return new AddCheckpoint(TreeSize.ZERO, new ConsistencyProof(List.of()), checkpoint);
  }
}
