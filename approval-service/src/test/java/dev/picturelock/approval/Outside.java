package dev.picturelock.approval;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.testkit.TestBroker;
import dev.picturelock.testkit.TestRecords;
import dev.picturelock.testkit.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/// Drives the service from outside: by its topics and its HTTP calls.
final class Outside {
  /// For what must come: only what never comes takes so long, on however slow a machine.
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private Outside() {}

  static String record(String title, String person, String form) {
    return as(title, "legal")
        .body(
            """
            {"type":"CONSENT_REPLICA_USE","person":"%s","signer":"%s","signerRole":"performer",
             "form":"%s","uses":["re-voice","104_065"],"useDescription":"three new lines in the harbour scene",
             "validFrom":"2026-01-01","legalName":"Zebedee Quill"}
            """
                .formatted(person, person, form))
        .post("/v1/titles/" + title + "/consents")
        .then()
        .statusCode(201)
        .body("eventId", notNullValue())
        .extract()
        .path("consent");
  }

  static ValidatableResponse decide(String title, Event classified, String decision, String more) {
    return as(title, "contact")
        .body("{\"decision\":\"" + decision + "\",\"statement\":\"as discussed\"" + more + "}")
        .post("/v1/reviews/" + Classifications.reviewOf(classified) + "/decision")
        .then();
  }

  static void classify(Event... events) {
    TestRecords.send(
        Topic.CLASSIFICATION.topicName(),
        events[0].titleId(),
        Arrays.stream(events).map(EventCodec::encode).toList());
  }

  static void awaitStatus(String title, Event classified, String status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            as(title, "auditor")
                .get("/v1/reviews/" + Classifications.reviewOf(classified))
                .then()
                .statusCode(200)
                .body("status", equalTo(status)));
  }

  static List<Event> awaitEvents(String title, int atLeast) {
    return await().atMost(PATIENCE).until(() -> events(title), events -> events.size() >= atLeast);
  }

  static List<Event> events(String title) {
    return TestBroker.records(Topic.APPROVAL.topicName()).stream()
        .filter(record -> title.equals(record.key()))
        .map(record -> EventCodec.decode(record.value()))
        .toList();
  }

  static RequestSpecification as(String title, String role) {
    return given()
        .auth()
        .oauth2(TestTokens.user(role).title(title, role).token())
        .contentType("application/json");
  }

  static List<String> deadLetters(DataSource database, String title) {
    var reasons = new ArrayList<String>();
    try (var connection = database.getConnection();
        var query = connection.prepareStatement("SELECT reason FROM dead_letter WHERE key = ?")) {
      query.setString(1, title);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          reasons.add(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return reasons;
  }
}
