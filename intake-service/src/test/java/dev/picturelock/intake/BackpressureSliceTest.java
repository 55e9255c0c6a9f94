package dev.picturelock.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
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
  private static final int MAX_BYTES = 2_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(100);

  @Test
  void turnsAwayWhatTheBrokerCannotTakeBeforeAnythingIsStoredAndLosesNothing() {
    open("slow-1");
    var stored = new ArrayList<String>();
    String turnedAway;

    try (var _ = new SilentBroker()) {
      int n = 0;
      var answer = register("slow-1", "a" + n);
      while (answer.statusCode() == 503 && n < 2 * MAX_WAITING) {
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
      assertThat(metric("picturelock_outbox_waiting")).isGreaterThan(MAX_WAITING);
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
    nothingIsHeld();
  }

  @Test
  void turnsAwayMoreBytesAtOnceThanItHasMemoryForButNotABodyThatIsAlone() {
    open("large-1");
    List<Response> answers;

    try (var _ = new SilentBroker();
        var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          Stream.of("l1", "l2", "l3")
              .map(asset ->
                  CompletableFuture.supplyAsync(
                      () -> register("large-1", asset, MAX_BYTES * 2 / 3), senders))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }

    assertThat(answers).extracting(Response::statusCode).containsOnly(429, 503).contains(429, 503);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 429)
        .allSatisfy(answer -> {
          refused(answer);
          assertThat(answer.<String>path("detail")).contains("bytes of submissions at work");
        });
    until(() -> register("large-1", "alone", 3 * MAX_BYTES).statusCode() == 202);
    nothingIsHeld();
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
    until(() -> {
      int status = register(title, asset).statusCode();
      assertThat(status).as(asset).isIn(202, 429, 503);
      return status == 202;
    });
  }

  /// A place is given back when a call is answered, which the sender may learn a moment before.
  private static void nothingIsHeld() {
    until(() -> metric("picturelock_intake_requests_in_flight") == 0);
    until(() -> metric("picturelock_intake_bytes_in_flight") == 0);
  }

  private static void until(BooleanSupplier holds) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime() - giveUp).as("nanoseconds too late").isNegative();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static double metric(String name) {
    var line =
        given()
            .get("/q/metrics")
            .asString()
            .lines()
            .filter(metric -> metric.startsWith(name))
            .findFirst()
            .orElseThrow();
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }

  /// With so many blanks behind it.
  private static Response register(String title, String asset, int blanks) {
    return tool(title)
        .body(registration(asset) + " ".repeat(blanks))
        .post("/v1/titles/" + title + "/assets");
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
    var body = "{\"id\":\"" + title + "\",\"name\":\"" + title + "\"}";
    // what the test before left may still be on its way
    until(() -> as(TestTokens.demo("admin")).body(body).post("/v1/titles").statusCode() == 201);
  }

  private static RequestSpecification tool(String title) {
    return as(TestTokens.client("demo-tool").title(title, "tool"));
  }

  private static RequestSpecification as(TestTokens account) {
    return given().auth().oauth2(account.token()).contentType("application/json");
  }

  /// Each event once: what is sent at least once may be there twice when the broker was silent for
  /// long.
  private static List<String> registered(String title) {
    var assets = new LinkedHashMap<UUID, String>();
    for (var event : IntakeCalls.events(title)) {
      if (event.fact() instanceof AssetRegistered registered) {
        assets.put(event.id(), registered.asset());
      }
    }
    return List.copyOf(assets.values());
  }

  /// The real service with limits that a test can reach, and little patience.
  public static final class LowLimits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "picturelock.intake.acknowledgement", "1s",
          "picturelock.intake.max-waiting", String.valueOf(MAX_WAITING),
          "picturelock.intake.max-in-flight", String.valueOf(MAX_IN_FLIGHT),
          "picturelock.intake.max-bytes-in-flight", String.valueOf(MAX_BYTES));
    }
  }
}
