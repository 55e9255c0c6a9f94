package dev.picturelock.provenance;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.testkit.TestRecords;
import dev.picturelock.testkit.TestTokens;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.VerifierKey;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

/// The ledger as its readers see it.
final class LedgerApi {
  /// For what must come: only what never comes takes so long, on however slow a machine.
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private LedgerApi() {}

  /// Sends events of one title and waits until the last one is in the log.
  static void record(Event... events) {
    send(events);
    awaitLogged(events[events.length - 1]);
  }

  /// The entry of an event, once it is in the log of its title.
  static byte[] awaitLogged(Event event) {
    return awaitLogged(event.titleId(), event.id());
  }

  /// The entry under an id, once it is in the log of the title.
  static byte[] awaitLogged(String title, UUID id) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> auditor(title).get("/v1/titles/" + title + "/events/" + id + "?wait=20s"),
            answer -> answer.statusCode() != 404)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  /// Sends events of one title.
  static void send(Event... events) {
    TestRecords.send(
        Topic.INTAKE.topicName(),
        events[0].titleId(),
        Stream.of(events).map(EventCodec::encode).toList());
  }

  /// What an auditor of the title gets below the title's address.
  static byte[] read(String title, String path) {
    return ok(auditor(title), "/v1/titles/" + title + path);
  }

  /// What somebody with an account and no role gets.
  static byte[] read(String path) {
    return ok(given().auth().oauth2(TestTokens.user("kim").token()), path);
  }

  /// An admin wants the title to go on in a new log.
  static ValidatableResponse rotate(String title, String reason) {
    return given()
        .auth()
        .oauth2(TestTokens.demo("admin").token())
        .contentType("application/json")
        .body("{\"reason\":\"" + reason + "\"}")
        .post("/v1/titles/" + title + "/log/rotation")
        .then();
  }

  /// What a request without a body and without a type of it is answered.
  static int statusOfNothingPosted(String path, String token) {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
              .header("Authorization", "Bearer " + token)
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  static SignedCheckpoint checkpoint(String title) {
    return SignedCheckpoint.parse(read(title, "/log/checkpoint"));
  }

  static VerifierKey key(String title) {
    return key(read(title, "/log/key"));
  }

  static SignedCheckpoint checkpointOfLogOfLogs() {
    return SignedCheckpoint.parse(read("/v1/log/checkpoint"));
  }

  static VerifierKey keyOfLogOfLogs() {
    return key(read("/v1/log/key"));
  }

  static RequestSpecification auditor(String title) {
    return given().auth().oauth2(TestTokens.user("kim").title(title, "auditor").token());
  }

  private static byte[] ok(RequestSpecification reader, String path) {
    return reader.get(path).then().statusCode(200).extract().asByteArray();
  }

  private static VerifierKey key(byte[] text) {
    return VerifierKey.parse(new String(text, StandardCharsets.UTF_8).strip());
  }
}
