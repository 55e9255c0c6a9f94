package dev.picturelock.provenance;

import static dev.picturelock.provenance.LedgerApi.PATIENCE;
import static dev.picturelock.provenance.LedgerApi.checkpoint;
import static dev.picturelock.provenance.LedgerApi.checkpointOfLogOfLogs;
import static dev.picturelock.provenance.LedgerApi.key;
import static dev.picturelock.provenance.LedgerApi.keyOfLogOfLogs;
import static dev.picturelock.provenance.LedgerApi.read;
import static dev.picturelock.provenance.LedgerApi.record;
import static dev.picturelock.provenance.WitnessesResource.policy;
import static dev.picturelock.provenance.WitnessesResource.witness;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.ledger.anchoring.LogOfLogs;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import dev.picturelock.tlog.receipt.ReceiptStep;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ProvenanceSlice
@QuarkusTestResource(value = WitnessesResource.class, restrictToAnnotatedClass = true)
class WitnessSliceTest {
  private final LogOfLogs logOfLogs;
  private final Sql sql;

  @Inject
  WitnessSliceTest(LogOfLogs logOfLogs, Sql sql) {
    this.logOfLogs = logOfLogs;
    this.sql = sql;
  }

  @BeforeEach
  void everybodyWatchesTheLogOfLogs() {
    record(new SampleEvents("w-first").opened());
    logOfLogs.anchorChanged(Duration.ZERO);
    trustedByAll(keyOfLogOfLogs());
  }

  @AfterEach
  void everybodyIsWell() {
    IntStream.range(0, 3).forEach(number -> witness(number).delay(Duration.ZERO));
    IntStream.range(0, 3).forEach(number -> witness(number).breakWith(0));
  }

  @Test
  void theLogOfLogsIsCosignedByAllAndServedWithTheirCosignatures() {
    record(new SampleEvents("w-cosigned").opened());
    logOfLogs.anchorChanged(Duration.ZERO);

    soon().until(() -> checkpointOfLogOfLogs().note().signatures().size() == 5);

    assertThat(policy().forLog(keyOfLogOfLogs()).evaluate(checkpointOfLogOfLogs()).isSatisfied())
        .isTrue();
    given().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void aReceiptCarriesTheCosignaturesThatThePolicyAsksFor() {
    var events = new SampleEvents("w-receipt");
    var event = watched(events);

    soon().until(() -> isWitnessed(event));

    assertThat(receiptOf(event).checkpoint().note().signatures()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void aDeadAndASlowWitnessAreToleratedAndCatchUpWhenTheyAreBack() {
    var events = new SampleEvents("w-slow");
    witness(0).delay(Duration.ofMinutes(5));
    var before = watched(events);
    soon().until(() -> isWitnessed(before));
    witness(0).delay(Duration.ZERO);
    witness(2).stop();

    var after = events.registered("comp", "v001", "generated");
    record(after);
    soon().until(() -> isWitnessed(after));
    witness(2).startAgain();

    soon().until(() -> checkpoint("w-slow").note().signatures().size() == 5);
  }

  @Test
  void whoForgotWhatItCosignedIsToldFromTheBeginning() {
    var events = new SampleEvents("w-restart");
    watched(events);
    soon().until(() -> checkpoint("w-restart").note().signatures().size() == 5);

    // as after a restart of the service: nothing is known of the witnesses but what is stored
    sql.update("DELETE FROM log_cosignature WHERE title_id = 'w-restart'");
    record(events.registered("comp", "v001", "generated"));

    soon().until(() -> checkpoint("w-restart").note().signatures().size() == 5);
  }

  @Test
  void withoutEnoughWitnessesTheLedgerGoesOnAndSaysSinceWhen() {
    var events = new SampleEvents("w-few");
    var witnessed = watched(events);
    soon().until(() -> isWitnessed(witnessed));
    witness(0).breakWith(503);
    witness(2).breakWith(503);

    var lonely = events.registered("comp", "v001", "generated");
    record(lonely);
    logOfLogs.anchorChanged(Duration.ZERO);
    soon().until(() -> checkpoint("w-few").note().signatures().size() == 3);

    // the first event's receipt stays with the checkpoint that has its quorum
    assertThat(isWitnessed(witnessed)).isTrue();
    assertThat(checked(lonely))
        .isInstanceOfSatisfying(
            ReceiptResult.Refused.class, r -> assertThat(r.step()).isEqualTo(ReceiptStep.QUORUM));
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'witnesses' }.data", hasKey("quorumMissingSince"));
    // each of the witnesses is asked in its own time
    soon()
        .untilAsserted(() ->
            given()
                .get("/q/metrics")
                .then()
                .body(containsString("picturelock_witness_quorum_missing_seconds"))
                .body(
                    containsString(
                        "picturelock_witness_answers_total{answer=\"unusable\",witness=\"w0\"}")));
    given().get("/q/metrics").then().body(not(containsString("w-few")));

    witness(0).breakWith(0);

    soon().until(() -> isWitnessed(lonely));
    soon()
        .untilAsserted(() ->
            given()
                .get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'witnesses' }.data.quorum", equalTo("met")));
  }

  @Test
  void cosignaturesThatNeverCameTogetherAreNotKeptForEver() {
    var events = new SampleEvents("w-grows");
    watched(events);
    for (int i = 0; i < 5; i++) {
      int version = i;
      record(events.registered("comp", "v00" + version, "generated"));
      soon().until(() -> checkpoint("w-grows").note().signatures().size() == 5);
    }

    // older ones are forgotten a moment after the newest came
    soon().untilAsserted(() -> assertThat(cosignedSizes("w-grows")).containsExactly(6L));
  }

  private List<Long> cosignedSizes(String title) {
    return sql.list(
        "SELECT DISTINCT size FROM log_cosignature WHERE title_id = ?",
        row -> row.integer("size"),
        title);
  }

  /// Opens a title whose log all witnesses know.
  private static Event watched(SampleEvents events) {
    record(events.opened());
    trustedByAll(key(events.opened().titleId()));
    return events.opened();
  }

  private static void trustedByAll(VerifierKey log) {
    List.of(witness(0), witness(1), witness(2)).forEach(witness -> witness.trust(log));
  }

  private static Receipt receiptOf(Event event) {
    return Receipt.parse(read(event.titleId(), "/events/" + event.id() + "/receipt"));
  }

  private static ReceiptResult checked(Event event) {
    var rules = policy().forLog(key(event.titleId()));
    return receiptOf(event).verify(Hash.leaf(EventCodec.encode(event)), rules);
  }

  private static boolean isWitnessed(Event event) {
    return checked(event) instanceof ReceiptResult.Verified;
  }

  private static ConditionFactory soon() {
    return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
  }
}
