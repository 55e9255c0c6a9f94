package dev.picturelock.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.testkit.TestBroker;
import dev.picturelock.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What senders are told when the broker takes less than they send.
@QuarkusTest
@IntakeSlice
@TestProfile(BackpressureSliceTest.LowLimits.class)
class BackpressureSliceTest {
  private static final int MAX_WAITING = 3;
  private static final int MAX_IN_FLIGHT = 4;
  private static final int PATIENCE = 50;

  @Test
  void turnsAwayWhatTheBrokerCannotTakeBeforeAnythingIsStoredAndLosesNothing() {
    open("slow-1");
    var stored = new ArrayList<String>();
    String turnedAway;

    try (var _ = new SilentBroker()) {
      int n = 0;
      var answer = register("slow-1", "a" + n);
      while (answer.statusCode() == 503 && n < PATIENCE) {
        stored.add("a" + n);
        answer = register("slow-1", "a" + ++n);
      }
      turnedAway = "a" + n;
      refused(answer);
      refused(
          tool("slow-1")
              .body("[" + registration("b") + "]")
              .post("/v1/titles/slow-1/assets/batch"));
      refused(tool("slow-1").body("{\"use\":\"u\"}").post("/v1/titles/slow-1/uses"));
      metric("picturelock_outbox_waiting", MAX_WAITING + 1);
      // people can still see that it runs
      given().get("/q/health/live").then().statusCode(200);
    }

    assertThat(stored).hasSizeBetween(MAX_WAITING + 1, MAX_WAITING + 3);
    // what was called not yet accepted is repeated, as its senders would
    stored.forEach(asset -> accepted("slow-1", asset));
    assertThat(registered("slow-1")).containsExactlyInAnyOrderElementsOf(stored);
    accepted("slow-1", turnedAway);
    assertThat(registered("slow-1")).hasSize(stored.size() + 1).contains(turnedAway);
  }

  @Test
  void turnsAwayWhatIsTooMuchAtOnceSoThatTheRestIsStillAnswered() {
    open("crowd-1");
    List<Response> answers;

    try (var _ = new SilentBroker();
        var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          IntStream.range(0, 3 * MAX_IN_FLIGHT)
              .mapToObj(
                  n -> CompletableFuture.supplyAsync(() -> register("crowd-1", "c" + n), senders))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }

    assertThat(answers).extracting(Response::statusCode).containsOnly(429, 503).contains(429, 503);
    answers.stream()
        .filter(answer -> answer.statusCode() == 429)
        .forEach(BackpressureSliceTest::refused);
    accepted("crowd-1", "after");
    metric("picturelock_intake_requests_in_flight", 0);
  }

  private static void refused(Response answer) {
    answer
        .then()
        .statusCode(429)
        .header("Retry-After", equalTo("1"))
        .contentType("application/problem+json")
        .body("type", equalTo("urn:picturelock:problem:too-many-requests"))
        .body("detail", containsString("nothing was stored"));
  }

  /// A sender that does as it is told: it sends again until it is accepted.
  private static void accepted(String title, String asset) {
    var answers =
        Stream.generate(() -> register(title, asset).statusCode())
            .limit(PATIENCE)
            .peek(status -> assertThat(status).isIn(202, 429, 503))
            .filter(status -> status == 202)
            .findFirst();
    assertThat(answers).as(asset + " is accepted in the end").isPresent();
  }

  private static void metric(String name, int atLeast) {
    var line =
        given()
            .get("/q/metrics")
            .asString()
            .lines()
            .filter(metric -> metric.startsWith(name))
            .findFirst()
            .orElseThrow();
    assertThat(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .as(line)
        .isGreaterThanOrEqualTo(atLeast);
  }

  private static Response register(String title, String asset) {
    return tool(title).body(registration(asset)).post("/v1/titles/" + title + "/assets");
  }

  private static String registration(String asset) {
    return """
    {"asset":"%s","version":"v1","digests":{"sha256":"%s"},"contribution":"none"}\
    """
        .formatted(asset, "ab".repeat(32));
  }

  private static void open(String title) {
    as(TestTokens.demo("admin"))
        .body("{\"id\":\"" + title + "\",\"name\":\"" + title + "\"}")
        .post("/v1/titles")
        .then()
        .statusCode(201);
  }

  private static RequestSpecification tool(String title) {
    return as(TestTokens.client("demo-tool").title(title, "tool"));
  }

  private static RequestSpecification as(TestTokens account) {
    return given().auth().oauth2(account.token()).contentType("application/json");
  }

  private static List<String> registered(String title) {
    return TestBroker.records(Topic.INTAKE.topicName()).stream()
        .filter(record -> record.key().equals(title))
        .map(record -> EventCodec.decode(record.value()).fact())
        .filter(AssetRegistered.class::isInstance)
        .map(fact -> ((AssetRegistered) fact).asset())
        .toList();
  }

  /// The real service with limits that a test can reach, and little patience.
  public static final class LowLimits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "picturelock.intake.acknowledgement", "1s",
          "picturelock.intake.max-waiting", String.valueOf(MAX_WAITING),
          "picturelock.intake.max-in-flight", String.valueOf(MAX_IN_FLIGHT));
    }
  }
}
