package dev.picturelock.classifier.simulation;

import static dev.picturelock.classifier.IntakeSamples.HARMLESS;
import static dev.picturelock.classifier.IntakeSamples.PACK;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.picturelock.classifier.ClassifierSlice;
import dev.picturelock.classifier.IntakeSamples;
import dev.picturelock.classifier.SecondVersionResource;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Fact;
import dev.picturelock.contracts.event.TitleOpened;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.json.JsonPolicy;
import dev.picturelock.testkit.TestBroker;
import dev.picturelock.testkit.TestRecords;
import dev.picturelock.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A second version of the pack over the past of titles, with real tokens and the real broker.
@QuarkusTest
@ClassifierSlice
@TestProfile(SimulationSliceTest.NothingIsClassified.class)
@WithTestResource(SecondVersionResource.class)
class SimulationSliceTest {
  private static final String INTAKE = "picturelock.intake.v1";
  private static final String FIRST = PACK + "@1.0.0";
  private static final String SECOND = PACK + "@1.1.0";
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final int MUCH = 20_000;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Map<String, Object> MOCK_UP =
      with(Map.of("mediaUse", "temporary", "keyCreativeElement", "yes"));
  private static final Map<String, Object> POSTER =
      with(
          Map.of(
              "mediaUse", "final",
              "prominence", "incidental",
              "storyRelevant", "no",
              "keyCreativeElement", "no"));
  private static final Map<String, Object> CONTRACT =
      with(Map.of("mediaUse", "temporary", "inputKinds", List.of("contract")));

  @Test
  void listsWhatWouldChangeInTheOrderOfThePastAndSumsItUp() {
    var past = new PastOf("sim-changes");
    past.say(new TitleOpened("sim-changes", "Changes", FIRST));
    past.say(IntakeSamples.use(CONTRACT, FIRST));
    var mockUp = past.say(IntakeSamples.use(MOCK_UP, FIRST));
    past.say(IntakeSamples.use(POSTER, FIRST));
    past.say(IntakeSamples.asset("none", MOCK_UP));
    // names the id alone, which means its oldest version, however many are installed
    var unpinned = past.say(IntakeSamples.asset("generated", POSTER));
    past.say(IntakeSamples.use(HARMLESS, FIRST));
    past.say(IntakeSamples.use(HARMLESS, "nobodys-pack@1.0.0"));
    past.say(IntakeSamples.use(Map.of("mediaUse", "cinema"), FIRST));
    past.send();
    TestRecords.send(INTAKE, "sim-changes", List.of("no event".getBytes(StandardCharsets.UTF_8)));

    var lines = lines(simulate(SECOND, "sim-changes"));

    assertThat(lines).hasSize(8);
    assertThat(lines.get(0).at("/eventId").asText()).isEqualTo(mockUp.id().toString());
    assertThat(lines.get(0).at("/tier").asText()).isEqualTo("raised");
    assertThat(lines.get(0).at("/before/tier").asText()).isEqualTo("CAUTION");
    assertThat(lines.get(0).at("/after/tier").asText()).isEqualTo("ESCALATE");
    assertThat(lines.get(0).at("/before/policyPack/version").asText()).isEqualTo("1.0.0");
    assertThat(lines.get(0).at("/after/policyPack/version").asText()).isEqualTo("1.1.0");
    assertThat(lines.get(0).at("/actionsAdded").toString()).isEqualTo("[\"ESCALATE_TO_CONTACT\"]");
    assertThat(lines.get(0).at("/rulesAdded")).isEmpty();
    assertThat(lines.get(1).at("/tier").asText()).isEqualTo("lowered");
    assertThat(lines.get(1).at("/actionsRemoved").toString()).isEqualTo("[\"FLAG_EARLY\"]");
    assertThat(lines.get(2).at("/eventId").asText()).isEqualTo(unpinned.id().toString());
    assertThat(lines.get(2).at("/before/policyPack/version").asText()).isEqualTo("1.0.0");
    assertThat(lines.get(3).at("/tier").asText()).isEqualTo("same");
    assertThat(lines.get(3).at("/rulesRemoved").toString()).isEqualTo("[\"M1\"]");
    assertThat(lines.get(4).at("/undecidable").asText())
        .isEqualTo("policy pack 'nobodys-pack@1.0.0' is not installed");
    assertThat(lines.get(5).at("/undecidable").asText()).contains("/mediaUse");
    assertThat(lines.get(6).at("/undecidable").asText()).contains("is no event: not JSON");
    assertThat(lines.get(6).has("eventId")).isFalse();
    assertThat(lines.getLast().at("/summary").toString())
        .startsWith("{\"changed\":4,\"classified\":5,\"events\":10,\"lowered\":2,\"policyPack\":{")
        .endsWith("\"raised\":1,\"title\":\"sim-changes\",\"unchanged\":1,\"undecidable\":3}");
  }

  @Test
  void nothingOfTheOtherTitlesInThePartitionIsReadOrCounted() {
    var titles = inOnePartition(3);
    for (var title : titles) {
      var past = new PastOf(title);
      IntStream.range(0, 600).forEach(_ -> past.say(IntakeSamples.use(MOCK_UP, FIRST)));
      past.say(IntakeSamples.use(POSTER, FIRST));
      past.send();
    }

    var answer = simulate(SECOND, titles.get(1)).asString();

    assertThat(answer.lines()).hasSize(602);
    assertThat(lines(answer).getLast().at("/summary/events").asInt()).isEqualTo(601);
    assertThat(lines(answer).getLast().at("/summary/raised").asInt()).isEqualTo(600);
    assertThat(lines(answer).getLast().at("/summary/lowered").asInt()).isEqualTo(1);
    assertThat(answer)
        .doesNotContain(titles.get(0), titles.get(2))
        .doesNotContain(PastOf.mark(titles.get(0)), PastOf.mark(titles.get(2)));
  }

  @Test
  void aRepeatOfTheRelayCountsOnceAndASecondSimulationSaysTheSame() {
    var past = new PastOf("sim-repeat");
    past.say(IntakeSamples.use(MOCK_UP, FIRST));
    past.say(IntakeSamples.use(POSTER, FIRST));
    past.send();
    past.send();

    var first = simulate(SECOND, "sim-repeat").asString();
    var second = simulate(SECOND, "sim-repeat").asString();

    assertThat(lines(first)).hasSize(3);
    assertThat(lines(first).getLast().at("/summary/events").asInt()).isEqualTo(2);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void timeIsThatOfTheEventFromInclusiveToExclusive() {
    var past = new PastOf("sim-times");
    IntStream.range(0, 10).forEach(_ -> past.say(IntakeSamples.use(MOCK_UP, FIRST)));
    past.send();

    // the third to the sixth second after noon, one event a second
    var some =
        simulate(
            SECOND,
            body(
                "sim-times",
                ", \"from\": \"%s\", \"to\": \"%s\""
                    .formatted(NOON.plusSeconds(3), NOON.plusSeconds(7))));
    var late = simulate(SECOND, body("sim-times", ", \"from\": \"2027-01-01T00:00:00Z\""));

    assertThat(lines(some).stream().limit(4).map(line -> line.at("/time").asText()))
        .containsExactly(
            "2026-11-20T12:00:03Z",
            "2026-11-20T12:00:04Z",
            "2026-11-20T12:00:05Z",
            "2026-11-20T12:00:06Z");
    assertThat(lines(some).getLast().at("/summary/events").asInt()).isEqualTo(4);
    assertThat(lines(late)).hasSize(1);
    assertThat(lines(late).getLast().at("/summary/events").asInt()).isZero();
  }

  @Test
  void allListsTheUnchangedOnesToo() {
    var past = new PastOf("sim-all");
    past.say(IntakeSamples.use(CONTRACT, FIRST));
    past.say(IntakeSamples.amended(CONTRACT));
    past.send();

    var lines = lines(simulate(SECOND, body("sim-all", ", \"all\": true")));

    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst().at("/changed").asBoolean()).isFalse();
    assertThat(lines.getFirst().at("/before/rules")).isEqualTo(lines.getFirst().at("/after/rules"));
  }

  @Test
  void thePackIsNamedInOneWordOrInTwoOrByItsIdForTheNewest() {
    var past = new PastOf("sim-names");
    past.say(IntakeSamples.use(MOCK_UP, FIRST));
    past.send();

    for (var summary :
        List.of(
            lines(simulate(SECOND, "sim-names")).getLast(),
            lines(simulate(PACK, "sim-names")).getLast(),
            lines(simulate(PACK, body("sim-names", ", \"version\": \"1.1.0\""))).getLast(),
            lines(simulate(SECOND, body("sim-names", ", \"version\": \"1.1.0\""))).getLast())) {
      assertThat(summary.at("/summary/policyPack/version").asText()).isEqualTo("1.1.0");
      assertThat(summary.at("/summary/raised").asInt()).isEqualTo(1);
    }
    assertThat(lines(simulate(FIRST, "sim-names")).getLast().at("/summary/unchanged").asInt())
        .isEqualTo(1);
  }

  @Test
  void aDocumentIsGivenToWhoAsksForJson() {
    var past = new PastOf("sim-document");
    past.say(IntakeSamples.use(MOCK_UP, FIRST));
    past.say(IntakeSamples.use(POSTER, FIRST));
    past.send();

    call(SECOND, body("sim-document", ""), TestTokens.demo("admin"), "application/json")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("items", hasSize(2))
        .body("items[0].tier", equalTo("raised"))
        .body("summary.changed", equalTo(2));
    call(SECOND, body("sim-document", ""), TestTokens.demo("admin"), "text/csv")
        .then()
        .statusCode(406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"producer", "contact", "legal", "auditor", "admin"})
  void thePeopleOfATitleMaySimulate(String account) {
    call(SECOND, body("demo", ""), TestTokens.demo(account), "application/x-ndjson")
        .then()
        .statusCode(200)
        .contentType("application/x-ndjson")
        .header("Cache-Control", "no-store");
  }

  @Test
  void aToolAndAStrangerMayNotAndLearnNothing() {
    var lines = "application/x-ndjson";
    call(SECOND, body("demo", ""), TestTokens.demo("demo-tool"), lines)
        .then()
        .statusCode(403)
        .body("detail", containsString("this needs one of the roles production"));
    var closed = call(SECOND, body("demo", ""), TestTokens.demo("outsider"), lines);
    var unknown = call(SECOND, body("nowhere", ""), TestTokens.demo("outsider"), lines);
    closed.then().statusCode(403).contentType("application/problem+json");
    assertThat(unknown.asString().replace("nowhere", "demo")).isEqualTo(closed.asString());
    given()
        .contentType("application/json")
        .body(body("demo", ""))
        .post("/v1/policy-packs/" + SECOND + "/simulation")
        .then()
        .statusCode(401);
  }

  @Test
  void whatIsWrongWithAQuestionIsNamed() {
    assertWrong("{}", 400, "/title");
    assertWrong("{\"title\": \"No Title\"}", 400, "/title");
    assertWrong(body("demo", ", \"version\": \"2.0.0\""), 400, "/version");
    assertWrong(body("demo", ", \"from\": \"yesterday\""), 400, "/from");
    assertWrong(body("demo", ", \"titel\": \"demo\""), 400, "/titel");
    assertWrong(
        body("demo", ", \"from\": \"2026-11-21T00:00:00Z\", \"to\": \"2026-11-20T00:00:00Z\""),
        400,
        "/to");
    simulate("nobodys-pack", "demo").then().statusCode(404).contentType("application/problem+json");
  }

  @Test
  void nothingIsStoredOrPublishedAndNoGroupIsMade() throws Exception {
    var past = new PastOf("sim-traces");
    IntStream.range(0, 50).forEach(_ -> past.say(IntakeSamples.use(MOCK_UP, FIRST)));
    past.send();
    var before = traces();

    var lines = lines(simulate(SECOND, "sim-traces"));

    assertThat(lines).hasSize(51);
    assertThat(traces()).isEqualTo(before);
  }

  @Test
  void readingStopsWhenTheClientGoesAwayAndFourAtOnceAreEnough() throws Exception {
    new PastOf("sim-leaves").sayAndSendMuch();
    double before = metric("picturelock_simulation_records_total");

    var open = new ArrayList<InputStream>();
    try (var client = HttpClient.newHttpClient()) {
      for (int i = 0; i < 4; i++) {
        open.add(begin(client, "sim-leaves"));
      }
      simulate(SECOND, "sim-leaves")
          .then()
          .statusCode(429)
          .header("Retry-After", matchesPattern("[1-9][0-9]*"))
          .body("type", equalTo("urn:picturelock:problem:too-many-requests"));
      for (var stream : open) {
        stream.close();
      }
      await(() -> metric("picturelock_simulations_running") == 0);
    }

    assertThat(metric("picturelock_simulation_records_total") - before)
        .isPositive()
        .isLessThan(4 * MUCH);
    simulate(SECOND, "sim-traces").then().statusCode(200);
  }

  @Test
  void aClientThatTakesNothingIsCutOffSoThatItKeepsNoPlace() throws Exception {
    new PastOf("sim-sleeps").sayAndSendMuch();

    try (var client = new Socket()) {
      client.setReceiveBufferSize(4096);
      client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
      client.getOutputStream().write(request("sim-sleeps").getBytes(StandardCharsets.UTF_8));
      assertThat(client.getInputStream().read()).isEqualTo('H');
      assertThat(metric("picturelock_simulations_running")).isEqualTo(1);

      await(() -> metric("picturelock_simulations_running") == 0);

      assertThat(rest(client)).contains("\"before\":").doesNotContain("\"summary\":");
    }
  }

  private static String request(String title) {
    var body = body(title, ", \"all\": true");
    return String.join(
        "\r\n",
        "POST /v1/policy-packs/" + SECOND + "/simulation HTTP/1.1",
        "Host: 127.0.0.1",
        "Authorization: Bearer " + TestTokens.demo("admin").token(),
        "Content-Type: application/json",
        "Accept: application/x-ndjson",
        "Content-Length: " + body.length(),
        "",
        body);
  }

  /// What had been sent until the connection was closed.
  private static String rest(Socket client) {
    var rest = new ByteArrayOutputStream();
    try {
      client.getInputStream().transferTo(rest);
    } catch (IOException _) {
      // closed with much still to be sent
    }
    return rest.toString(StandardCharsets.UTF_8);
  }

  private static void assertWrong(String body, int status, String pointer) {
    call(SECOND, body, TestTokens.demo("admin"), "application/x-ndjson")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo(pointer));
  }

  private static Response simulate(String pack, String titleOrBody) {
    var body = titleOrBody.startsWith("{") ? titleOrBody : body(titleOrBody, "");
    return call(pack, body, TestTokens.demo("admin"), "application/x-ndjson");
  }

  private static Response call(String pack, String body, TestTokens who, String accept) {
    return given()
        .auth()
        .oauth2(who.token())
        .accept(accept)
        .contentType("application/json")
        .body(body)
        .post("/v1/policy-packs/" + pack + "/simulation");
  }

  /// A client that has read one line and then takes its time.
  private static InputStream begin(HttpClient client, String title)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/v1/policy-packs/%s/simulation"
                        .formatted(RestAssured.port, SECOND)))
            .header("Authorization", "Bearer " + TestTokens.demo("admin").token())
            .header("Content-Type", "application/json")
            .header("Accept", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(body(title, ", \"all\": true")))
            .build();
    var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().read()).isEqualTo('{');
    return answer.body();
  }

  private static String body(String title, String more) {
    return "{\"title\": \"" + title + "\"" + more + "}";
  }

  private static List<JsonNode> lines(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return lines(answer.asString());
  }

  private static List<JsonNode> lines(String answer) {
    return answer.lines().map(SimulationSliceTest::json).toList();
  }

  private static JsonNode json(String line) {
    try {
      return JsonPolicy.strict().readTree(line);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(line, broken);
    }
  }

  private static Map<String, Object> with(Map<String, Object> facts) {
    var all = new HashMap<>(HARMLESS);
    all.putAll(facts);
    return Map.copyOf(all);
  }

  /// Names of titles whose records lie in one partition.
  private static List<String> inOnePartition(int count) {
    return Stream.iterate(0, i -> i + 1)
        .map(i -> "sim-neighbour-" + i)
        .filter(title ->
            Utils.toPositive(Utils.murmur2(title.getBytes(StandardCharsets.UTF_8))) % 8 == 3)
        .limit(count)
        .toList();
  }

  /// Ends of all partitions of all topics, and all groups.
  private static Map<String, Object> traces() throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrapServers()))) {
      var topics = admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get();
      var latest = new HashMap<TopicPartition, OffsetSpec>();
      topics.forEach((name, topic) ->
          topic
              .partitions()
              .forEach(partition ->
                  latest.put(
                      new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
      var traces = new HashMap<String, Object>();
      admin
          .listOffsets(latest)
          .all()
          .get()
          .forEach((partition, end) -> traces.put(partition.toString(), end.offset()));
      traces.put("groups", groups(admin));
      return traces;
    }
  }

  // Without their state, which changes when another test's consumer comes or goes.
  private static Set<String> groups(Admin admin) throws Exception {
    return admin.listGroups().all().get().stream()
        .map(GroupListing::groupId)
        .collect(Collectors.toSet());
  }

  private static double metric(String name) {
    var found =
        Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? (\\S+)$")
            .matcher(given().get("/q/metrics").asString());
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }

  /// Asks every now and then, so that asking leaves the two cores to what is asked about.
  private static void await(BooleanSupplier condition) throws InterruptedException {
    var met = new CountDownLatch(1);
    try (var clock = Executors.newSingleThreadScheduledExecutor()) {
      var asking =
          clock.scheduleWithFixedDelay(
              () -> {
                if (condition.getAsBoolean()) {
                  met.countDown();
                }
              },
              0,
              100,
              TimeUnit.MILLISECONDS);
      var inTime = met.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      asking.cancel(false);
      assertThat(inTime).isTrue();
    }
  }

  /// What intake said about a title, an event a second from noon on.
  private static final class PastOf {
    private final String title;
    private final List<byte[]> events = new ArrayList<>();

    PastOf(String title) {
      this.title = title;
    }

    Event say(Fact fact) {
      int number = events.size();
      var event =
          new Event(
              new UUID(title.hashCode(), number),
              "/picturelock/intake-service",
              "use/" + mark(title) + "/" + number,
              NOON.plusSeconds(number),
              title,
              null,
              "client:demo-tool",
              fact);
      events.add(EventCodec.encode(event));
      return event;
    }

    /// More than the buffers between a service and a client that takes nothing can hold.
    void sayAndSendMuch() {
      IntStream.range(0, MUCH).forEach(_ -> say(IntakeSamples.use(MOCK_UP, FIRST)));
      send();
    }

    void send() {
      TestRecords.send(INTAKE, title, events);
    }

    /// A word that stands in every event of the title and in none of another.
    static String mark(String title) {
      return "mark-" + Integer.toHexString(title.hashCode());
    }
  }

  /// The service without its consumer, so that whatever a topic gains is the simulation's doing.
  public static final class NothingIsClassified implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      // long enough for a slow machine to begin with four who take their time
      return Map.of(
          "mp.messaging.incoming.intake-in.enabled", "false",
          "picturelock.classifier.simulation.client-patience", "PT10S");
    }
  }
}
