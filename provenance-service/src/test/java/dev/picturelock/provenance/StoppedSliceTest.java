package dev.picturelock.provenance;

import static dev.picturelock.provenance.LedgerApi.PATIENCE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.testkit.TestRecords;
import dev.picturelock.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// A service that runs, and one byte that somebody changes behind its back.
@QuarkusTest
@TestProfile(StoppedSliceTest.ScrubsAllTheTime.class)
@ProvenanceSlice
class StoppedSliceTest {

  private final Sql sql;
  private final Superuser superuser;

  @Inject
  StoppedSliceTest(Sql sql, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database) {
    this.sql = sql;
    this.superuser = new Superuser(database);
  }

  /// The gate stays shut until the process ends, so this service is nobody else's.
  public static final class ScrubsAllTheTime implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("picturelock.guard.scrub-period", "1s", "picturelock.log-of-logs.period", "1h");
    }
  }

  @Test
  void stopsSigningSaysWhereAndLosesNothing() throws IOException {
    var events = new SampleEvents("stopped");
    var plate = events.registered("plate", "v001", "none");
    send(events.opened(), plate);
    LedgerApi.awaitLogged(plate);
    var checkpoint = read("/log/checkpoint");
    var receipt = read("/events/" + events.opened().id() + "/receipt");
    awaitReadiness(200);

    changeAByte();

    awaitReadiness(503);
    ready()
        .body("checks.find { it.name == 'ledger' }.status", equalTo("DOWN"))
        .body(
            "checks.find { it.name == 'ledger' }.data.where",
            equalTo("title stopped, log 1 (localhost/prov/stopped): log_entry idx 1"))
        .body(
            "checks.find { it.name == 'ledger' }.data.detail",
            containsString("so the bytes were changed"))
        .body(
            "checks.find { it.name == 'ledger' }.data.guide",
            equalTo("docs/operations.md#the-database-holds-something-else-than-what-was-signed"));
    // the gate is shut at the first finding, and the pass goes on to its end
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            given()
                .get("/q/metrics")
                .then()
                .body(containsString("picturelock_ledger_signing_stopped 1.0"))
                .body(containsString("picturelock_ledger_scrub_damaged_logs 1.0")));
    given()
        .auth()
        .oauth2(TestTokens.user("ada").realmRole("admin").token())
        .get("/v1/admin/ledger/scrub")
        .then()
        .statusCode(200)
        .body("signing", equalTo("stopped"))
        .body("alarm.kind", equalTo("DAMAGED"))
        .body("last.findings[0].place", containsString("log_entry idx 1"));
    as("production").get("/v1/admin/ledger/scrub").then().statusCode(403);
    as("production").post("/v1/admin/ledger/scrub").then().statusCode(403);

    var late = events.registered("late", "v001", "none");
    send(late);
    importACut()
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("detail", containsString("the ledger has stopped signing"))
        .body("detail", not(containsString("localhost/prov")));
    assertThat(read("/log/checkpoint")).isEqualTo(checkpoint);
    assertThat(read("/events/" + events.opened().id() + "/receipt")).isEqualTo(receipt);
    as("auditor")
        .get("/v1/titles/stopped/events/" + plate.id() + "/receipt")
        .then()
        .statusCode(503);
    assertThat(count("log_entry WHERE title_id = 'stopped'")).isEqualTo(2);
    assertThat(count("cut WHERE title_id = 'stopped'")).isZero();
    assertThat(isNoted(events.opened())).isTrue();
    assertThat(isNoted(plate)).isTrue();
    assertThat(isNoted(late)).isFalse();
    assertThat(count("dead_letter WHERE key = 'stopped'")).isZero();
  }

  private io.restassured.response.Response importACut() throws IOException {
    try (var cut = StoppedSliceTest.class.getResourceAsStream("every-verdict.otio")) {
      return as("production")
          .contentType("application/json")
          .body(Objects.requireNonNull(cut, "every-verdict.otio").readAllBytes())
          .post("/v1/titles/stopped/cuts?name=cut&format=otio");
    }
  }

  private void changeAByte() {
    superuser.run(
        "UPDATE log_entry SET data = set_byte(data, 100, get_byte(data, 100) # 1)"
            + " WHERE title_id = 'stopped' AND idx = 1");
  }

  private static void awaitReadiness(int status) {
    await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == status);
  }

  private static io.restassured.response.ValidatableResponse ready() {
    return given().get("/q/health/ready").then();
  }

  private boolean isNoted(Event event) {
    return count("inbox WHERE event_id = '" + event.id() + "'") == 1;
  }

  private long count(String from) {
    return sql.first("SELECT count(*) AS n FROM " + from, row -> row.integer("n")).orElseThrow();
  }

  private static void send(Event... events) {
    TestRecords.send(
        Topic.INTAKE.topicName(), "stopped", Stream.of(events).map(EventCodec::encode).toList());
  }

  private static String read(String path) {
    return as("auditor")
        .get("/v1/titles/stopped" + path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static RequestSpecification as(String role) {
    return given().auth().oauth2(TestTokens.user("kim").title("stopped", role).token());
  }
}
