package dev.picturelock.provenance;

import static dev.picturelock.provenance.LedgerApi.checkpoint;
import static dev.picturelock.provenance.LedgerApi.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.provenance.ledger.anchoring.Anchors;
import dev.picturelock.provenance.ledger.anchoring.LogOfLogs;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.testkit.BrokerResource;
import dev.picturelock.testkit.PostgresResource;
import dev.picturelock.testkit.SecretsResource;
import dev.picturelock.testkit.TokensResource;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A service whose operator has accepted that the end of a log is lost.
@QuarkusTest
@Tag("slice")
@TestProfile(AcceptedLossSliceTest.OneLogIsLost.class)
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "role", value = "provenance"))
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SecretsResource.class)
class AcceptedLossSliceTest {
  private static final String LOST = "localhost/prov/al-lost";

  private final LogOfLogs logOfLogs;
  private final Anchors anchors;
  private final Logs logs;
  private final LogKeys keys;
  private final String database;

  @Inject
  AcceptedLossSliceTest(
      LogOfLogs logOfLogs,
      Anchors anchors,
      Logs logs,
      LogKeys keys,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database) {
    this.logOfLogs = logOfLogs;
    this.anchors = anchors;
    this.logs = logs;
    this.keys = keys;
    this.database = database;
  }

  /// The file is read at the start only.
  public static final class OneLogIsLost implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        var folder = Files.createTempDirectory("anchors");
        Files.writeString(folder.resolve("accept-loss"), LOST + "\n");
        return Map.of("picturelock.guard.anchors-dir", folder.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void aLostLogThatNobodyWroteDownIsNotInTheWayOfTheLogOfLogs() throws SQLException {
    record(new SampleEvents("al-lost").opened());
    record(new SampleEvents("al-whole").opened());
    assertThat(checkpoint("al-lost").checkpoint().origin()).isEqualTo(LOST + "/2");
    restoreUnderTheLostName();

    logOfLogs.anchorChanged(Duration.ZERO);

    var lost = logs.head("al-lost").orElseThrow();
    var whole = logs.head("al-whole").orElseThrow();
    assertThat(lost.origin()).isEqualTo(LOST);
    assertThat(anchors.newest(lost.log())).isEmpty();
    assertThat(anchors.newest(whole.log())).isPresent();
  }

  /// The database holds a log that the journals and the topic do not know at all.
  private void restoreUnderTheLostName() throws SQLException {
    var head = logs.head("al-lost").orElseThrow();
    var lost = keys.begin("al-lost", head.at(), _ -> false);
    var signed =
        SignedCheckpoint.sign(new Checkpoint(LOST, head.size(), head.root()), keys.signer(lost));
    try (var connection = DriverManager.getConnection(database, "postgres", "test");
        var statement = connection.createStatement()) {
      statement.execute("SET search_path TO provenance");
      statement.execute("SET session_replication_role TO replica");
      statement.execute(
          ("UPDATE log_state SET origin = '%s', verifier_key = '%s', checkpoint = '%s'"
                  + " WHERE title_id = 'al-lost'")
              .formatted(LOST, lost.verifierKey(), signed.format()));
    }
  }
}
