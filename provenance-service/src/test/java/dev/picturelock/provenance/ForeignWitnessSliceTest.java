package dev.picturelock.provenance;

import static dev.picturelock.provenance.ForeignWitnessResource.witness;
import static dev.picturelock.provenance.LedgerApi.PATIENCE;
import static dev.picturelock.provenance.LedgerApi.checkpointOfLogOfLogs;
import static dev.picturelock.provenance.LedgerApi.key;
import static dev.picturelock.provenance.LedgerApi.keyOfLogOfLogs;
import static dev.picturelock.provenance.LedgerApi.read;
import static dev.picturelock.provenance.LedgerApi.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.ledger.anchoring.LogOfLogs;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.tlog.anchor.Anchor;
import dev.picturelock.tlog.anchor.AnchorResult;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.policy.Policy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The whole service against a witness that nobody here wrote.
@QuarkusTest
@ProvenanceSlice
@QuarkusTestResource(value = ForeignWitnessResource.class, restrictToAnnotatedClass = true)
class ForeignWitnessSliceTest {
  private final LogOfLogs logOfLogs;
  private final Sql sql;

  @Inject
  ForeignWitnessSliceTest(LogOfLogs logOfLogs, Sql sql) {
    this.logOfLogs = logOfLogs;
    this.sql = sql;
  }

  @Test
  void itCosignsTheLogOfLogsAndItsCosignaturesTravelInAnchors() {
    assumeThat(witness()).as("sigsum-witness, of Debian's package sigsum-go").isPresent();
    beginTheLogOfLogsWithANameThatTheWitnessTakes();
    var events = new SampleEvents("f-anchor");
    for (var version : new String[] {"v001", "v002", "v003"}) {
      record(events.registered("comp", version, "generated"));
      logOfLogs.anchorChanged(Duration.ZERO);
      await().atMost(PATIENCE).until(() -> checkpointOfLogOfLogs().note().signatures().size() == 2);
    }

    witness().orElseThrow().stop();
    record(events.registered("comp", "v004", "generated"));
    logOfLogs.anchorChanged(Duration.ZERO);
    assertThat(checkpointOfLogOfLogs().note().signatures()).hasSize(1);
    witness().orElseThrow().startAgain();
    await().atMost(PATIENCE).until(() -> checkpointOfLogOfLogs().note().signatures().size() == 2);

    var policy =
        Policy.parse("log %s\n%s".formatted(keyOfLogOfLogs(), ForeignWitnessResource.policy()));
    var anchor = read("f-anchor", "/log/anchor?size=4");
    assertThat(Anchor.check(anchor, key("f-anchor"), key("f-anchor").name(), policy))
        .isInstanceOf(AnchorResult.Verified.class);
  }

  private void beginTheLogOfLogsWithANameThatTheWitnessTakes() {
    sql.update(
        "INSERT INTO log_state (title_id, origin, size, root, checkpoint, at)"
            + " VALUES (?, ?, 0, ?, '', ?)",
        LogId.LOG_OF_LOGS,
        ForeignWitnessResource.logKey().name(),
        Hash.EMPTY_ROOT.toBytes(),
        Instant.EPOCH);
  }
}
