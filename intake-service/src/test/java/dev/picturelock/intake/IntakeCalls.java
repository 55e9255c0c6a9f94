package dev.picturelock.intake;

import static io.restassured.RestAssured.given;

import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Fact;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.testkit.TestBroker;
import dev.picturelock.testkit.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;

/// What the slice tests say to intake, and what they then read on its topic.
final class IntakeCalls {
  static final String SHA = "ab".repeat(32);

  private IntakeCalls() {}

  static RequestSpecification admin() {
    return as(TestTokens.demo("admin"));
  }

  static RequestSpecification legal() {
    return as(TestTokens.user("legal").realmRole("legal"));
  }

  static RequestSpecification production(String title) {
    return as(TestTokens.user("producer").title(title, "production"));
  }

  static RequestSpecification tool(String title) {
    return as(TestTokens.client("demo-tool").title(title, "tool"));
  }

  static RequestSpecification as(TestTokens account) {
    return given().auth().oauth2(account.token()).contentType("application/json");
  }

  static void open(String title) {
    admin()
        .body("{\"id\":\"" + title + "\",\"name\":\"T\"}")
        .post("/v1/titles")
        .then()
        .statusCode(201);
  }

  static ValidatableResponse register(String title, String registration) {
    return tool(title).body(registration).post("/v1/titles/" + title + "/assets").then();
  }

  static ValidatableResponse registerAll(String title, List<String> registrations) {
    return tool(title)
        .body(registrations.toString())
        .post("/v1/titles/" + title + "/assets/batch")
        .then()
        .statusCode(200);
  }

  static ValidatableResponse report(String title, String use) {
    return production(title).body(use).post("/v1/titles/" + title + "/uses").then();
  }

  /// A registration with further members, which begin with a comma.
  static String registration(String asset, String version, String more) {
    return """
    {"asset":"%s","version":"%s","digests":{"sha256":"%s"},"contribution":"generated"%s}\
    """
        .formatted(asset, version, SHA, more.strip())
        .replace("\n", " ");
  }

  static List<Event> events(String title) {
    return TestBroker.records(Topic.INTAKE.topicName()).stream()
        .filter(record -> record.key().equals(title))
        .map(record -> EventCodec.decode(record.value()))
        .toList();
  }

  static <T extends Fact> List<T> facts(String title, Class<T> type) {
    return events(title).stream()
        .map(Event::fact)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  static AssetRegistered registered(String title, String asset, String version) {
    return facts(title, AssetRegistered.class).stream()
        .filter(fact -> fact.asset().equals(asset) && fact.version().equals(version))
        .findFirst()
        .orElseThrow();
  }
}
