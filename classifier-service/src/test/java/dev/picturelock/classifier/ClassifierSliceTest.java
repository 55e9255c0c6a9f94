package dev.picturelock.classifier;

import static dev.picturelock.classifier.IntakeSamples.HARMLESS;
import static dev.picturelock.classifier.IntakeSamples.PACK;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.picturelock.contracts.event.AssetClassified;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.event.UseClassified;
import dev.picturelock.kit.event.Digest;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.json.JsonPolicy;
import dev.picturelock.kit.time.Ids;
import dev.picturelock.testkit.TestBroker;
import dev.picturelock.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/// The classifier at its edges: HTTP with real tokens, and the real broker.
@QuarkusTest
@ClassifierSlice
class ClassifierSliceTest {
  private static final String INTAKE = "picturelock.intake.v1";
  private static final String CLASSIFICATION = "picturelock.classification.v1";
  private static final String DEAD_LETTERS = "picturelock.intake.v1.dlq.classifier-service";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void previewTellsTierActionsAndRulesWithReasons() {
    preview("{\"facts\": {\"mediaUse\": \"ideation\"}}")
        .then()
        .statusCode(200)
        .body("tier", equalTo("ESCALATE"))
        .body("requiredActions", hasItems("NOTIFY_CONTACT", "ESCALATE_TO_CONTACT"))
        .body("rules.id", hasItems("R00", "M1", "P1"))
        .body("rules[0].reason", equalTo("Every use of generative AI is reported."))
        .body("rules[0].text", startsWith("Every intended use of generative AI is reported"))
        .body("rules[0].source", equalTo("Page, introduction"))
        .body("policyPack.id", equalTo(PACK))
        .body("policyPack.version", equalTo("1.0.0"))
        .body("policyPack.sha256", matchesPattern("[0-9a-f]{64}"));
  }

  @Test
  void previewNamesEveryWrongFactAtOnce() {
    preview(
            """
            {"facts": {"mediaUse": "cinema", "colour": "blue", "inputKinds": ["script", null],
                       "stages": [{"talentUse": "nobody", "stages": [], "sound~1/x": "no"}]}}
            """)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:picturelock:problem:invalid-facts"))
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/facts/mediaUse",
                "/facts/colour",
                "/facts/inputKinds/1",
                "/facts/stages/0/name",
                "/facts/stages/0/talentUse",
                "/facts/stages/0/stages",
                "/facts/stages/0/sound~01~1x"))
        .body(
            "errors.find { it.pointer == '/facts/stages/0/talentUse' }.allowed",
            hasItems("none", "digital_replica", "unsure"))
        .body("errors.find { it.pointer == '/facts/stages/0/talentUse' }.value", equalTo("nobody"))
        .body("errors.find { it.pointer == '/facts/colour' }.allowed", hasItems("mediaUse"))
        .body(
            "errors.find { it.pointer == '/facts/mediaUse' }.allowed",
            contains("ideation", "temporary", "final", "unsure"))
        .body("errors.find { it.pointer == '/facts/mediaUse' }.value", equalTo("cinema"));
  }

  @Test
  void previewRefusesWhatIsNoRequest() {
    preview("{\"facts\": {}, \"fact\": {}}").then().statusCode(400);
    preview("{}").then().statusCode(400).body("errors[0].pointer", equalTo("/facts"));
    preview("{\"facts\": []}").then().statusCode(400).body("errors[0].pointer", equalTo("/facts"));
    preview("{\"facts\": {").then().statusCode(400);
    preview("null").then().statusCode(400);
    preview("{\"facts\": {}, \"policyPack\": \"nobodys-pack\"}")
        .then()
        .statusCode(422)
        .body("errors[0].allowed", contains(PACK, PACK + "@1.0.0"));
  }

  @Test
  void everyCallNeedsAValidTokenAndAnyTokenWillDo() {
    given().get("/v1/policy-packs").then().statusCode(401);
    given().get("/v1/policy-packs/" + PACK).then().statusCode(401);
    given()
        .contentType("application/json")
        .body("{\"facts\": {}}")
        .post("/v1/classifications/preview")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
    given()
        .auth()
        .oauth2(TestTokens.demo("outsider").token())
        .get("/v1/policy-packs")
        .then()
        .statusCode(200);
  }

  @Test
  void policyPacksAreListedAndShownWithAllRules() {
    caller()
        .get("/v1/policy-packs")
        .then()
        .statusCode(200)
        .body("items.id", contains(PACK))
        .body("items[0].ruleCount", equalTo(36))
        .body("items[0].standard", equalTo(true))
        .body("items[0].effectiveFrom", equalTo("2025-08-01"));
    caller()
        .get("/v1/policy-packs/" + PACK)
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("rules", hasSize(36))
        .body("id", equalTo(PACK))
        .body("rules[1].conditions[0].column", equalTo("Meant for (mediaUse)"))
        .body("rules[1].tier", equalTo("LOW"))
        .body("rules[1].category", equalTo("Matrix row 1"))
        .body("rules[1].conditions[0].test", equalTo("\"ideation\""))
        .body("sourcePageDate", equalTo("2025-11-11"))
        .body("interpretations.id", hasItems("I1", "I9"));
    caller()
        .get("/v1/policy-packs/" + PACK + "@9.9.9")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void theDecisionModelIsGivenByteForByte() {
    var answer = caller().accept("application/xml").get("/v1/policy-packs/" + PACK);

    answer.then().statusCode(200).contentType(startsWith("application/xml"));
    String named = caller().get("/v1/policy-packs/" + PACK).path("sha256");
    assertThat(Digest.sha256Hex(answer.asByteArray())).isEqualTo(named);
    assertThat(answer.header("ETag")).isEqualTo('"' + named + '"');
  }

  @Test
  void anExactVersionMayBeKeptForEverAndTheNewestIsAskedForAgain() {
    var exact = dmn(PACK + "@1.0.0", "\"other\"");
    var tag = exact.header("ETag");

    exact.then().statusCode(200).header("Cache-Control", "private, max-age=31536000, immutable");
    dmn(PACK, "\"other\"").then().statusCode(200).header("Cache-Control", "private, no-cache");
    var known = dmn(PACK, tag);
    known.then().statusCode(304).header("ETag", tag).header("Vary", "Accept");
    assertThat(known.asByteArray()).isEmpty();
  }

  private static io.restassured.response.Response dmn(String pack, String known) {
    return caller()
        .accept("application/xml")
        .header("If-None-Match", known)
        .get("/v1/policy-packs/" + pack);
  }

  @Test
  void aReportedUseIsClassifiedOnceTheSameWhateverTheRepeats() {
    var title = "title-" + UUID.nameUUIDFromBytes("uses".getBytes(StandardCharsets.UTF_8));
    var cause =
        IntakeSamples.event(
            new UUID(11, 1), title, "use/crowd-extension/1", IntakeSamples.use(HARMLESS, PACK));

    send(cause);
    send(cause);
    var records = arrived(CLASSIFICATION, title, 2);

    var first = EventCodec.decode(records.getFirst().value());
    assertThat(records.getLast().value()).isEqualTo(records.getFirst().value());
    assertThat(first.id()).isEqualTo(Ids.derived(cause.id(), "classification"));
    assertThat(first.time()).isEqualTo(cause.time());
    assertThat(first.causationId()).isEqualTo(cause.id());
    assertThat(first.source()).isEqualTo("/picturelock/classifier-service");
    assertThat(first.actor()).isEqualTo("service:classifier-service");
    assertThat(first.fact())
        .isInstanceOfSatisfying(
            UseClassified.class,
            use -> {
              assertThat(use.classification().tier()).isEqualTo(RiskTier.LOW);
              assertThat(canonicalSha256(use.classification().facts()))
                  .isEqualTo(use.classification().factsSha256());
            });
  }

  @Test
  void poisonBecomesADeadLetterAndDoesNotStopWhatFollows() {
    var title = "title-poison";
    var asset =
        IntakeSamples.event(
            new UUID(12, 3), title, "asset/a/v1", IntakeSamples.asset("generated", HARMLESS));

    TestBroker.send(new ProducerRecord<>(INTAKE, title, bytes("no event")));
    send(
        IntakeSamples.event(
            new UUID(12, 1), title, "use/u/1", IntakeSamples.use(Map.of("a", "b"), PACK)));
    send(
        IntakeSamples.event(
            new UUID(12, 2), title, "asset/a/v0", IntakeSamples.asset("none", HARMLESS)));
    send(asset);
    var records = arrived(CLASSIFICATION, title, 1);

    assertThat(EventCodec.decode(records.getFirst().value()).fact())
        .isInstanceOf(AssetClassified.class);
    var buried = arrived(DEAD_LETTERS, title, 2);
    assertThat(buried.getFirst().value()).isEqualTo(bytes("no event"));
    assertThat(header(buried.getFirst(), "dead-letter-reason")).isEqualTo("not JSON");
    assertThat(header(buried.getLast(), "dead-letter-reason")).contains("/a");
    assertThat(header(buried.getLast(), "dead-letter-topic")).isEqualTo(INTAKE);
    assertThat(given().get("/q/metrics").asString())
        .containsPattern("picturelock_dead_letters_total\\{topic=\"picturelock.intake.v1\"} [2-9]");
  }

  @Test
  void theServiceIsReady() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/live").then().statusCode(200);
  }

  private static io.restassured.response.Response preview(String body) {
    return caller().contentType("application/json").body(body).post("/v1/classifications/preview");
  }

  private static RequestSpecification caller() {
    return given().auth().oauth2(TestTokens.demo("producer").token());
  }

  private static void send(Event event) {
    TestBroker.send(new ProducerRecord<>(INTAKE, event.titleId(), EventCodec.encode(event)));
  }

  /// The records of a title, once there are so many.
  private static List<ConsumerRecord<String, byte[]>> arrived(
      String topic, String title, int count) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    var records = ofTitle(topic, title);
    while (records.size() < count && System.nanoTime() < deadline) {
      records = ofTitle(topic, title);
    }
    assertThat(records).hasSize(count);
    return records;
  }

  private static List<ConsumerRecord<String, byte[]>> ofTitle(String topic, String title) {
    return TestBroker.records(topic).stream().filter(r -> title.equals(r.key())).toList();
  }

  private static String canonicalSha256(Map<String, Object> facts) {
    try {
      return Digest.sha256Hex(JsonPolicy.strict().writeValueAsBytes(facts));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
