package dev.picturelock.provenance;

import static dev.picturelock.provenance.LedgerApi.auditor;
import static dev.picturelock.provenance.LedgerApi.read;
import static dev.picturelock.provenance.LedgerApi.record;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.provenance.ledger.anchoring.LogOfLogs;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.Ed25519Signer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// A service that runs, and somebody who owns its database and a key of his own. A gate that was
/// shut stays shut as long as the service runs, so this service is its own.
@QuarkusTest
@ProvenanceSlice
@TestProfile(RekeyedSliceTest.OfItsOwn.class)
class RekeyedSliceTest {
  public static final class OfItsOwn implements QuarkusTestProfile {
    /// Nothing is anchored but when the test says so.
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("picturelock.log-of-logs.period", "1h");
    }
  }

  private final Logs logs;
  private final LogOfLogs logOfLogs;
  private final Superuser superuser;

  @Inject
  RekeyedSliceTest(
      Logs logs,
      LogOfLogs logOfLogs,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database) {
    this.logs = logs;
    this.logOfLogs = logOfLogs;
    this.superuser = new Superuser(database);
  }

  @Test
  void aKeyThatSomebodyPutIntoTheDatabaseIsNeverServedNorAnchored() {
    var events = new SampleEvents("rekeyed");
    record(events.opened());
    assertThat(read("rekeyed", "/log/key")).isNotEmpty();

    rekey("rekeyed");

    for (var path : new String[] {"/log/key", "/logs", "/logs/1/key", "/log/checkpoint"}) {
      auditor("rekeyed").get("/v1/titles/rekeyed" + path).then().statusCode(503);
    }
    assertThatThrownBy(() -> logOfLogs.anchorChanged(Duration.ZERO))
        .isInstanceOf(ProblemException.class);
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(503)
        .body("checks.find { it.name == 'ledger' }.data.where", endsWith("log_state verifier_key"));
  }

  private void rekey(String title) {
    var head = logs.head(title).orElseThrow();
    var thief = Ed25519Signer.ofSeed(head.origin(), new byte[32]);
    var signed =
        SignedCheckpoint.sign(new Checkpoint(head.origin(), head.size(), head.root()), thief);
    superuser.run(
        "UPDATE log_state SET verifier_key = '%s', checkpoint = '%s' WHERE title_id = '%s'"
            .formatted(thief.verifierKey(), signed.format(), title));
  }
}
