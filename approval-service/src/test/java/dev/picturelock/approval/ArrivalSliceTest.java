package dev.picturelock.approval;

import static dev.picturelock.approval.Outside.awaitEvents;
import static dev.picturelock.approval.Outside.awaitStatus;
import static dev.picturelock.approval.Outside.classify;
import static dev.picturelock.approval.Outside.deadLetters;
import static dev.picturelock.approval.Outside.decide;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.matchesPattern;

import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.testkit.TestRecords;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ApprovalSlice
class ArrivalSliceTest {
  private final DataSource database;

  @Inject
  ArrivalSliceTest(DataSource database) {
    this.database = database;
  }

  @Test
  void aRedeliveryChangesNothing() {
    var title = "again";
    var cases = new Classifications(title);
    var first = cases.asset("one", "crowd", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL");
    var marker = cases.asset("two", "crowd", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL");
    classify(first);
    awaitStatus(title, first, "OPEN");
    decide(title, first, "REFUSED", "").statusCode(200);

    classify(first, first);
    classify(marker);

    awaitStatus(title, marker, "OPEN");
    awaitStatus(title, first, "REFUSED");
    assertThat(awaitEvents(title, 3)).hasSize(3);
  }

  @Test
  void poisonGoesToTheDeadLettersAndTheOthersGoOn() {
    var title = "poison";
    var cases = new Classifications(title);
    var odd = cases.asset("odd", "crowd", "a", List.of(), RiskTier.CAUTION, "ASK_THE_ORACLE");
    var good = cases.asset("good", "crowd", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL");

    TestRecords.send(
        Topic.CLASSIFICATION.topicName(),
        title,
        List.of(
            "not an event".getBytes(StandardCharsets.UTF_8),
            EventCodec.encode(odd),
            EventCodec.encode(good)));

    awaitStatus(title, good, "OPEN");
    assertThat(deadLetters(database, title))
        .hasSize(2)
        .anySatisfy(reason -> assertThat(reason).contains("ASK_THE_ORACLE"));
  }

  @Test
  void whatFailsForAWhileIsTriedAgainAndNothingIsLost() throws SQLException {
    var title = "patience";
    var asset =
        new Classifications(title)
            .asset("a", "u", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL");
    run("ALTER TABLE review RENAME TO review_away");

    try {
      classify(asset);
      await()
          .atMost(Outside.PATIENCE)
          .untilAsserted(() ->
              given()
                  .get("/q/metrics")
                  .then()
                  .body(
                      matchesPattern("(?s).*ft_retry_retries_total\\{[^}]*on\\(?[^}]*} [1-9].*")));
    } finally {
      run("ALTER TABLE review_away RENAME TO review");
    }

    awaitStatus(title, asset, "OPEN");
    given().get("/q/health/ready").then().statusCode(200);
    assertThat(deadLetters(database, title)).isEmpty();
  }

  private void run(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
