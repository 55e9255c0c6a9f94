package dev.picturelock.provenance;

import static dev.picturelock.provenance.LedgerApi.awaitLogged;
import static dev.picturelock.provenance.LedgerApi.rotate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.LogRotated;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.testkit.TestRecords;
import dev.picturelock.testkit.TestTokens;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.Note;
import dev.picturelock.tlog.note.NoteResult;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ProvenanceSlice
class RotationSliceTest {

  @Test
  void aNewKeyBeginsANewLogAndTheOldOneStaysAsItWas() {
    var events = new SampleEvents("rot1");
    var before = events.registered("comp", "v001", "generated");
    var after = events.registered("comp", "v002", "generated");
    send(events.opened(), before);
    awaitLogged(before);
    var oldKey = key("rot1", "/log/key");
    var end = read("rot1", "/log/checkpoint");

    var rotation = rotate("rot1", "SCHEDULED").statusCode(200).extract();
    send(after);

    var entry = read("rot1", "/events/" + rotation.path("eventId"));
    var fact = (LogRotated) EventCodec.decode(entry).fact();
    var newKey = key("rot1", "/log/key");
    assertThat(newKey.name()).isEqualTo(oldKey.name() + "/2");
    assertThat(newKey.publicKey()).isNotEqualTo(oldKey.publicKey());
    assertThat(fact.checkpoint()).isEqualTo(text(end));
    assertThat(Note.parse(fact.statement()).verify(List.of(oldKey, newKey)))
        .isInstanceOfSatisfying(
            NoteResult.Authentic.class, signed -> assertThat(signed.endorsements()).hasSize(2));
    assertThat(fact.statement())
        .contains(text(end).lines().limit(3).toList())
        .contains(newKey.format());
    awaitLogged(after);
    verifies(before, oldKey);
    verifies(after, newKey);
    assertThat(read("rot1", "/logs/1/checkpoint")).isEqualTo(end);
    assertThat(read("rot1", "/logs/2/checkpoint")).isEqualTo(read("rot1", "/log/checkpoint"));
    assertThat(SignedCheckpoint.parse(read("rot1", "/log/checkpoint")).checkpoint().size().value())
        .isEqualTo(2);
    assertThat(read("rot1", "/logs/1/tile/0/000.p/2")).hasSize(64);
    as("auditor", "rot1")
        .get("/v1/titles/rot1/logs")
        .then()
        .statusCode(200)
        .body("items.log", contains(1, 2))
        .body("items.frozen", contains(true, false))
        .body("items.collect { it.first }", contains(0, 2))
        .body("items.size", contains(2, 2))
        .body("items.verifierKey", contains(oldKey.format(), newKey.format()));
  }

  @Test
  void anEventOfTheOldLogThatComesAgainIsNotLoggedAgain() {
    var events = new SampleEvents("rot2");
    var registered = events.registered("comp", "v001", "generated");
    send(registered);
    awaitLogged(registered);
    rotate("rot2", "KEY_COMPROMISED").statusCode(200);

    var last = events.registered("comp", "v002", "generated");
    send(registered, last);
    awaitLogged(last);

    assertThat(SignedCheckpoint.parse(read("rot2", "/log/checkpoint")).checkpoint().size().value())
        .isEqualTo(2);
  }

  @Test
  void onlyAnAdministratorChangesAKeyAndOnlyForAKnownReason() {
    var events = new SampleEvents("rot3");
    send(events.opened());
    awaitLogged(events.opened());

    for (var role : List.of("auditor", "production", "legal", "tool")) {
      as(role, "rot3")
          .contentType("application/json")
          .body("{\"reason\":\"SCHEDULED\"}")
          .post("/v1/titles/rot3/log/rotation")
          .then()
          .statusCode(403);
    }
    rotate("rot3", "BORED").statusCode(400).body("detail", startsWith("reason: want one of"));
    rotate("nowhere", "SCHEDULED").statusCode(404);
    as("auditor", "rot3").get("/v1/titles/rot3/logs").then().body("items.log", contains(1));
    as("auditor", "rot3").get("/v1/titles/rot3/logs/2/key").then().statusCode(404);
    as("auditor", "other").get("/v1/titles/rot3/logs").then().statusCode(403);
  }

  @Test
  void noBodyIsABadRequest() {
    var admin = TestTokens.demo("admin").token();

    for (var path : List.of("/v1/titles/rot4/log/rotation", "/v1/log/rotation")) {
      assertThat(LedgerApi.statusOfNothingPosted(path, admin)).isEqualTo(400);
      given()
          .auth()
          .oauth2(admin)
          .contentType("application/json")
          .post(path)
          .then()
          .statusCode(400);
      given()
          .auth()
          .oauth2(admin)
          .contentType("application/json")
          .body("null")
          .post(path)
          .then()
          .statusCode(400);
    }
  }

  private static void verifies(Event event, VerifierKey key) {
    var title = event.titleId();
    var bytes = read(title, "/events/" + event.id());
    assertThat(Receipt.check(read(title, "/events/" + event.id() + "/receipt"), bytes, key))
        .isInstanceOf(ReceiptResult.Verified.class);
  }

  private static void send(Event... events) {
    TestRecords.send(
        Topic.INTAKE.topicName(),
        events[0].titleId(),
        Stream.of(events).map(EventCodec::encode).toList());
  }

  private static byte[] read(String title, String path) {
    return as("auditor", title)
        .get("/v1/titles/" + title + path)
        .then()
        .statusCode(equalTo(200))
        .extract()
        .asByteArray();
  }

  private static VerifierKey key(String title, String path) {
    return VerifierKey.parse(text(read(title, path)).strip());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static RequestSpecification as(String role, String title) {
    return given().auth().oauth2(TestTokens.user("kim").title(title, role).token());
  }
}
