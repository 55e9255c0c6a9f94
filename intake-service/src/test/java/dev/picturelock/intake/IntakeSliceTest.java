package dev.picturelock.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.AssetWithdrawn;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.TitleOpened;
import dev.picturelock.contracts.event.ToolTermsRecorded;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.contracts.event.UseAmended;
import dev.picturelock.contracts.event.UseReported;
import dev.picturelock.kit.disclosure.Disclosure;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.disclosure.SealedDisclosure;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.testkit.TestBroker;
import dev.picturelock.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IntakeSlice
class IntakeSliceTest {
  private static final String SHA = "ab".repeat(32);

  /// Each waits for the broker as long as the service does.
  private static final int MOST_REPEATS = 10;

  private final Disclosures disclosures;

  @Inject
  IntakeSliceTest(Disclosures disclosures) {
    this.disclosures = disclosures;
  }

  @Test
  void opensATitleOnceAndPublishesIt() {
    var body = "{\"id\":\"open-1\",\"name\":\"Night Shift\"}";

    var eventId =
        admin()
            .body(body)
            .post("/v1/titles")
            .then()
            .statusCode(201)
            .header("Location", endsWith("/v1/titles/open-1"))
            .body("policyPack", equalTo("netflix-genai-2025-08@1.0.0"))
            .extract()
            .<String>path("eventId");

    admin().body(body).post("/v1/titles").then().statusCode(200).body("eventId", equalTo(eventId));
    admin()
        .body("{\"id\":\"open-1\",\"name\":\"Day Shift\"}")
        .post("/v1/titles")
        .then()
        .statusCode(409)
        .body("errors[0].pointer", equalTo("/name"));
    admin()
        .body("{\"id\":\"studio\",\"name\":\"x\"}")
        .post("/v1/titles")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/id"));
    admin()
        .body("{\"id\":\"No Way\",\"name\":\"x\"}")
        .post("/v1/titles")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    assertThat(events("open-1")).hasSize(1);
    assertThat(events("open-1").getFirst().fact())
        .isEqualTo(new TitleOpened("open-1", "Night Shift", "netflix-genai-2025-08@1.0.0"));
    assertThat(events("open-1").getFirst().actor()).isEqualTo("user:admin");
  }

  @Test
  void listsOnlyTheTitlesOfTheCallerAPageAtATime() {
    open("list-a");
    open("list-b");
    open("list-c");
    var member = as(TestTokens.user("kim").title("list-a", "auditor").title("list-b", "legal"));

    var first =
        member
            .queryParam("limit", 1)
            .get("/v1/titles")
            .then()
            .statusCode(200)
            .body("items.id", equalTo(List.of("list-a")))
            .extract()
            .<String>path("next");

    as(TestTokens.user("kim").title("list-a", "auditor").title("list-b", "legal"))
        .queryParam("cursor", first)
        .get("/v1/titles")
        .then()
        .body("items.id", equalTo(List.of("list-b")))
        .body("$", not(hasItem("next")));
    admin().get("/v1/titles").then().body("items.id", hasItems("list-a", "list-b", "list-c"));
    admin().queryParam("cursor", "%%%").get("/v1/titles").then().statusCode(400);
  }

  @Test
  void keepsDatedTermsOfATool() {
    var legal = TestTokens.user("legal").realmRole("legal");

    as(legal)
        .body("{\"name\":\"Dream\",\"vendor\":\"V\"}")
        .put("/v1/tools/dream")
        .then()
        .statusCode(201);
    as(legal)
        .body("{\"name\":\"Dream\",\"vendor\":\"V\"}")
        .put("/v1/tools/dream")
        .then()
        .statusCode(200);
    var terms =
        "{\"effectiveFrom\":\"2026-01-01\",\"storesOrTrains\":\"yes\",\"enterpriseAgreement\":\"no\"}";
    var recorded =
        as(legal)
            .body(terms)
            .post("/v1/tools/dream/terms")
            .then()
            .statusCode(201)
            .body("effectiveFrom", equalTo("2026-01-01T00:00:00Z"))
            .extract()
            .<String>path("eventId");

    as(legal)
        .body(terms)
        .post("/v1/tools/dream/terms")
        .then()
        .statusCode(200)
        .body("eventId", equalTo(recorded));
    as(TestTokens.user("anyone"))
        .get("/v1/tools/dream")
        .then()
        .statusCode(200)
        .body("terms.size()", equalTo(1))
        .body("terms[0].storesOrTrains", equalTo("yes"));
    as(TestTokens.user("anyone")).get("/v1/tools").then().body("items.tool", hasItem("dream"));
    as(TestTokens.user("anyone"))
        .body("{\"name\":\"x\"}")
        .put("/v1/tools/other")
        .then()
        .statusCode(403);
    as(legal).body(terms).post("/v1/tools/nobody-knows/terms").then().statusCode(404);
    as(legal)
        .body(terms.replace("yes", "maybe"))
        .post("/v1/tools/dream/terms")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/storesOrTrains"))
        .body("errors[0].allowed", equalTo(List.of("yes", "no", "unsure")));
    assertThat(events("studio"))
        .anySatisfy(event -> {
          assertThat(event.id()).isEqualTo(UUID.fromString(recorded));
          assertThat(event.fact()).isInstanceOf(ToolTermsRecorded.class);
        });
  }

  @Test
  void givesAUseANewVersionOnlyWhenItsContentChanges() {
    open("uses-1");
    var use =
        "{\"use\":\"crowd\",\"description\":\"fill the stand\",\"facts\":{\"mediaUse\":\"final\"}}";

    var first =
        production("uses-1")
            .body(use)
            .post("/v1/titles/uses-1/uses")
            .then()
            .statusCode(202)
            .body("version", equalTo(1))
            .extract()
            .<String>path("eventId");
    production("uses-1")
        .body(use)
        .post("/v1/titles/uses-1/uses")
        .then()
        .statusCode(202)
        .body("version", equalTo(1))
        .body("eventId", equalTo(first));
    production("uses-1")
        .header("Idempotency-Key", "k1")
        .body(use.replace("final", "temporary"))
        .post("/v1/titles/uses-1/uses")
        .then()
        .statusCode(202)
        .body("version", equalTo(2));

    production("uses-1")
        .header("Idempotency-Key", "k1")
        .body(use)
        .post("/v1/titles/uses-1/uses")
        .then()
        .statusCode(409)
        .body("errors[0].pointer", equalTo("/facts/mediaUse"));
    production("uses-1")
        .get("/v1/titles/uses-1/uses")
        .then()
        .statusCode(200)
        .body("items.version", equalTo(List.of(2)));
    production("uses-1")
        .get("/v1/titles/uses-1/uses/crowd")
        .then()
        .body("versions.version", equalTo(List.of(2, 1)));
    production("uses-1")
        .body(use.replace("final", "forever"))
        .post("/v1/titles/uses-1/uses")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:picturelock:problem:invalid-facts"))
        .body("errors[0].pointer", equalTo("/facts/mediaUse"));
    production("uses-1")
        .body(use.replace("\"facts\"", "\"tool\":\"nobody-knows\",\"facts\""))
        .post("/v1/titles/uses-1/uses")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/tool"));
    assertThat(events("uses-1").stream().map(e -> (Object) e.fact().getClass()))
        .containsExactly(TitleOpened.class, UseReported.class, UseAmended.class);
  }

  @Test
  void aKeySentWithAUseThatIsKnownAlreadyStandsForThatVersionForEver() {
    open("uses-2");
    var first = "{\"use\":\"crowd\",\"facts\":{\"mediaUse\":\"final\"}}";
    var second = first.replace("final", "temporary");
    report("uses-2", null, first).statusCode(202).body("version", equalTo(1));
    report("uses-2", "k2", first).statusCode(202).body("version", equalTo(1));
    report("uses-2", null, second).statusCode(202).body("version", equalTo(2));

    report("uses-2", "k2", first).statusCode(202).body("version", equalTo(1));
    report("uses-2", "k2", second)
        .statusCode(409)
        .body("errors[0].pointer", equalTo("/facts/mediaUse"));

    production("uses-2")
        .get("/v1/titles/uses-2/uses/crowd")
        .then()
        .body("versions.version", equalTo(List.of(2, 1)));
    assertThat(events("uses-2").stream().map(e -> (Object) e.fact().getClass()))
        .containsExactly(TitleOpened.class, UseReported.class, UseAmended.class);
  }

  @Test
  void registersAnAssetUnderItsUseAndTheTermsOfItsTool() throws IOException {
    open("reg-1");
    tool("reg-tool", "yes", "unsure");
    production("reg-1")
        .body(
            "{\"use\":\"crowd\",\"tool\":\"reg-tool\",\"facts\":{\"mediaUse\":\"final\",\"toolStoresOrTrains\":\"no\",\"talentUse\":\"none\"}}")
        .post("/v1/titles/reg-1/uses")
        .then()
        .statusCode(202);

    var eventId =
        tool("reg-1")
            .body(
                registration(
                    "comp",
                    "v007",
                    """
                    ,"name":"secret-name.mov","use":"crowd","talent":["performer:kim"],"facts":{"talentUse":"unsure"},
                    "shot":{"episode":"104"},"inputs":[{"asset":"plate","version":"v001"},{"source":"https://x.example/a"}],
                    "generation":{"tool":"reg-tool","prompt":"secret prompt","operator":"ana","parameters":{"seed":"42","Positive_Prompt":"secret again"},"endedAt":"2026-11-20T10:00:00Z"}
                    """))
            .post("/v1/titles/reg-1/assets")
            .then()
            .statusCode(202)
            .body("asset", equalTo("comp"))
            .body("version", equalTo("v007"))
            .extract()
            .<String>path("eventId");

    var event = event("reg-1", eventId);
    var fact = (AssetRegistered) event.fact();
    assertThat(event.subject()).isEqualTo("asset/comp/v007");
    assertThat(event.actor()).isEqualTo("client:demo-tool");
    assertThat(fact.facts())
        .containsEntry("toolStoresOrTrains", "yes")
        .containsEntry("enterpriseTool", "unsure")
        .containsEntry("talentUse", "unsure")
        .containsEntry("mediaUse", "final");
    assertThat(fact.conflicts())
        .singleElement()
        .satisfies(c -> assertThat(c.fact()).isEqualTo("toolStoresOrTrains"));
    assertThat(fact.persons()).containsExactly(disclosures.pseudonym("reg-1", "performer:kim"));
    assertThat(new String(EventCodec.encode(event), StandardCharsets.UTF_8))
        .doesNotContain("secret", "ana\"", "kim");
    assertThat(fact.generation())
        .satisfies(run -> assertThat(run.parameters()).containsOnly(Map.entry("seed", "42")));
    assertThat(fact.sd()).hasSize(5).isSorted();
    assertThat(disclosed("reg-1", event))
        .extracting(Disclosure::name, Disclosure::value)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("name", "secret-name.mov"),
            org.assertj.core.groups.Tuple.tuple("prompt", "secret prompt"),
            org.assertj.core.groups.Tuple.tuple("operator", "ana"),
            org.assertj.core.groups.Tuple.tuple("parameters/Positive_Prompt", "secret again"),
            org.assertj.core.groups.Tuple.tuple("talent", "performer:kim"));
    assertThat(disclosed("reg-1", event))
        .extracting(Disclosure::digest)
        .containsExactlyInAnyOrderElementsOf(fact.sd());
  }

  @Test
  void answersARepeatTheSameAndRefusesOtherContent() {
    open("rep-1");
    var first =
        tool("rep-1")
            .header("Idempotency-Key", "abc")
            .body(registration("a", "v1", ",\"name\":\"one.mov\""))
            .post("/v1/titles/rep-1/assets")
            .then()
            .statusCode(202)
            .extract()
            .<String>path("eventId");

    tool("rep-1")
        .header("Idempotency-Key", "abc")
        .body(registration("a", "v1", ",\"name\":\"one.mov\""))
        .post("/v1/titles/rep-1/assets")
        .then()
        .statusCode(202)
        .body("eventId", equalTo(first));
    tool("rep-1")
        .body(registration("a", "v1", ",\"name\":\"one.mov\""))
        .post("/v1/titles/rep-1/assets")
        .then()
        .statusCode(202)
        .body("eventId", equalTo(first));
    tool("rep-1")
        .body(registration("a", "v1", ",\"name\":\"two.mov\""))
        .post("/v1/titles/rep-1/assets")
        .then()
        .statusCode(409)
        .body("errors[0].pointer", equalTo("/name"))
        .body("detail", not(containsString("mov")));
    tool("rep-1")
        .header("Idempotency-Key", "abc")
        .body(registration("b", "v1", ",\"name\":\"one.mov\""))
        .post("/v1/titles/rep-1/assets")
        .then()
        .statusCode(409)
        .body("errors[0].pointer", equalTo("/asset"));
    assertThat(events("rep-1")).hasSize(2);
  }

  @Test
  void acceptsTheGoodItemsOfABatchAndExplainsTheOthers() {
    open("batch-1");
    var good = registration("a", "v1", "");
    var body =
        "["
            + good
            + ","
            + good
            + ","
            + registration("b", "v1", ",\"colour\":1")
            + ","
            + registration("c", "v1", ",\"use\":\"never-reported\"")
            + ","
            + registration("d", "v1", ",\"id\":\"k\"")
            + ","
            + registration("e", "v1", ",\"id\":\"k\"")
            + "]";

    tool("batch-1")
        .body(body)
        .post("/v1/titles/batch-1/assets/batch")
        .then()
        .statusCode(200)
        .body("items.index", equalTo(List.of(0, 1, 2, 3, 4, 5)))
        .body(
            "items.status",
            equalTo(
                List.of("accepted", "duplicate", "rejected", "rejected", "accepted", "rejected")))
        .body("items[2].problem.errors[0].pointer", equalTo("/colour"))
        .body("items[3].problem.errors[0].pointer", equalTo("/use"))
        .body("items[3].problem.status", equalTo(422))
        .body("items[5].problem.status", equalTo(409));

    as(tool())
        .contentType("application/x-ndjson")
        .body(bytes(good + "\n{broken\n\n" + registration("f", "v1", "") + "\n"))
        .post("/v1/titles/batch-1/assets/batch")
        .then()
        .statusCode(200)
        .body("items.status", equalTo(List.of("duplicate", "rejected", "accepted")));
    assertThat(events("batch-1")).hasSize(4);
  }

  @Test
  void takesAThousandRegistrationsAtOnce() {
    open("batch-2");
    var items = new ArrayList<String>();
    for (int i = 0; i < 1_000; i++) {
      items.add(registration("asset-" + i, "v1", ",\"name\":\"file-" + i + ".exr\""));
    }

    tool("batch-2")
        .body(items.toString())
        .post("/v1/titles/batch-2/assets/batch")
        .then()
        .statusCode(200)
        .body("items.status.unique()", equalTo(List.of("accepted")));

    items.add(registration("asset-1000", "v1", ""));
    tool("batch-2")
        .body(items.toString())
        .post("/v1/titles/batch-2/assets/batch")
        .then()
        .statusCode(400);
    assertThat(events("batch-2")).hasSize(1_001);
  }

  @Test
  void withdrawsAVersionOnce() {
    open("with-1");
    tool("with-1")
        .body(registration("a", "v1", ""))
        .post("/v1/titles/with-1/assets")
        .then()
        .statusCode(202);
    var path = "/v1/titles/with-1/assets/a/versions/v1/withdrawal";

    var eventId =
        production("with-1")
            .body("{\"reason\":\"wrong take\"}")
            .post(path)
            .then()
            .statusCode(202)
            .extract()
            .<String>path("eventId");

    production("with-1")
        .body("{\"reason\":\"wrong take\"}")
        .post(path)
        .then()
        .statusCode(202)
        .body("eventId", equalTo(eventId));
    production("with-1").body("{\"reason\":\"other\"}").post(path).then().statusCode(409);
    production("with-1")
        .body("{\"reason\":\"x\"}")
        .post(path.replace("/v1/w", "/v9/w"))
        .then()
        .statusCode(404);
    assertThat(event("with-1", eventId).fact())
        .isEqualTo(new AssetWithdrawn("a", "v1", "wrong take"));
  }

  @Test
  void isAWallForWhoHasNoRole() {
    open("wall-1");
    var outsider = TestTokens.demo("outsider");

    var existing =
        as(outsider)
            .body(registration("a", "v1", ""))
            .post("/v1/titles/wall-1/assets")
            .then()
            .statusCode(403)
            .extract()
            .asString();
    var missing =
        as(outsider)
            .body(registration("a", "v1", ""))
            .post("/v1/titles/wall-9/assets")
            .then()
            .statusCode(403)
            .extract()
            .asString();

    assertThat(missing.replace("wall-9", "wall-1")).isEqualTo(existing);
    as(outsider).body("{broken").post("/v1/titles/wall-1/assets").then().statusCode(403);
    as(outsider).body("{broken").post("/v1/titles/wall-1/uses").then().statusCode(403);
    as(outsider).body("{\"colour\":1}").post("/v1/titles/wall-1/uses").then().statusCode(403);
    as(outsider).get("/v1/titles/wall-1").then().statusCode(403);
    as(outsider).get("/v1/titles/wall-1/uses").then().statusCode(403);
    as(TestTokens.user("kim").title("wall-1", "auditor"))
        .body(registration("a", "v1", ""))
        .post("/v1/titles/wall-1/assets")
        .then()
        .statusCode(403);
    as(TestTokens.user("kim").title("wall-9", "tool"))
        .body(registration("a", "v1", ""))
        .post("/v1/titles/wall-9/assets")
        .then()
        .statusCode(404);
    given()
        .contentType("application/json")
        .body("{}")
        .post("/v1/titles")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", containsString("Bearer"));
    as(TestTokens.demo("admin").expired())
        .get("/v1/titles")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
    as(TestTokens.demo("admin").audience("another")).get("/v1/titles").then().statusCode(401);
    as(TestTokens.demo("admin").issuer("https://elsewhere.example"))
        .get("/v1/titles")
        .then()
        .statusCode(401);
    as(TestTokens.demo("producer"))
        .body("{\"id\":\"x\",\"name\":\"x\"}")
        .post("/v1/titles")
        .then()
        .statusCode(403);
  }

  @Test
  void answersBadInputWithAProblemThatPointsAtIt() {
    open("bad-1");
    bad("bad-1", "{\"asset\":", 400, "malformed-body", null);
    bad("bad-1", "", 400, "malformed-body", null);
    bad("bad-1", "null", 400, "malformed-body", null);
    bad("bad-1", "[]", 400, "invalid-body", "");
    bad("bad-1", "{}", 400, "invalid-body", null);
    bad("bad-1", registration("a", "v1", ",\"colour\":1"), 400, "invalid-body", "/colour");
    bad("bad-1", registration("a b", "v1", ""), 400, "invalid-body", "/asset");
    bad("bad-1", registration("a", "v1", ",\"size\":-1"), 400, "invalid-body", "/size");
    bad("bad-1", registration("a", "v1", ",\"size\":\"1\""), 400, "invalid-body", "/size");
    bad("bad-1", registration("a", "v1", ",\"talent\":[null]"), 400, "invalid-body", "/talent/0");
    bad(
        "bad-1",
        registration("a", "v1", ",\"consents\":[\"x\"]"),
        400,
        "invalid-body",
        "/consents/0");
    bad(
        "bad-1",
        registration("a", "v1", ",\"inputs\":[{\"sha256\":\"" + SHA + "\",\"source\":\"x\"}]"),
        400,
        "invalid-body",
        "/inputs/0");
    bad(
        "bad-1",
        registration("a", "v1", ",\"facts\":{\"colour\":\"red\"}"),
        400,
        "invalid-facts",
        "/facts/colour");
    bad(
        "bad-1",
        registration("a", "v1", ",\"generation\":{\"tool\":\"nobody-knows\"}"),
        422,
        "unknown-reference",
        "/generation/tool");
    bad("bad-1", registration("a", "v1", ",\"name\":\"nul\\u0000\""), 400, "malformed-body", null);
    bad(
        "bad-1",
        registration("a", "v1", "").replace("generated", "made"),
        400,
        "invalid-body",
        "/contribution");
    bad(
        "bad-1",
        registration("a", "v1", "").replace(SHA, "zz"),
        400,
        "invalid-body",
        "/digests/sha256");
    bad("bad-1", "{\"facts\":" + "{\"a\":".repeat(2_000), 400, "malformed-body", null);
    bad("bad-1", "[".repeat(2_000), 400, "invalid-body", "");
    as(tool()).queryParam("limit", "many").get("/v1/tools").then().statusCode(400);
    bad(
        "bad-1",
        registration(
            "a",
            "v1",
            ",\"generation\":{\"tool\":\"t\",\"parameters\":{\"a\":\""
                + "x".repeat(30_000)
                + "\",\"b\":\""
                + "x".repeat(30_000)
                + "\",\"c\":\""
                + "x".repeat(30_000)
                + "\"}}"),
        422,
        "unknown-reference",
        "/generation/tool");
    as(tool())
        .contentType("text/plain")
        .body("x")
        .post("/v1/titles/bad-1/assets")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
    as(tool())
        .get("/v1/titles/bad-1/assets")
        .then()
        .statusCode(405)
        .contentType("application/problem+json");
    as(tool()).get("/v1/nothing").then().statusCode(404).contentType("application/problem+json");
    as(tool()).get("/v1/tools/%00").then().statusCode(404);
    tool("bad-1").get("/v1/titles/bad-1/uses/%00").then().statusCode(404);
    assertThat(events("bad-1")).hasSize(1);
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    open("big-1");
    var body = registration("a", "v1", ",\"name\":\"" + "x".repeat(10 << 20) + "\"");

    tool("big-1")
        .body(body)
        .post("/v1/titles/big-1/assets")
        .then()
        .statusCode(413)
        .contentType("application/problem+json");
    tool("big-1")
        .body("[" + body + "]")
        .post("/v1/titles/big-1/assets/batch")
        .then()
        .statusCode(413);
    tool("big-1").body(body).post("/v1/titles/big-1/uses").then().statusCode(413);
  }

  @Test
  void refusesAnItemThatWouldNotFitTheLedgerWithoutHarmToTheOthers() {
    open("large-1");
    tool("large-tool", "no", "yes");
    var large =
        registration(
            "a",
            "v1",
            ",\"generation\":{\"tool\":\"large-tool\",\"parameters\":{\"a\":\""
                + "x".repeat(30_000)
                + "\",\"b\":\""
                + "x".repeat(30_000)
                + "\",\"c\":\""
                + "x".repeat(30_000)
                + "\"}}");

    tool("large-1")
        .body("[" + large + "," + registration("b", "v1", "") + "]")
        .post("/v1/titles/large-1/assets/batch")
        .then()
        .statusCode(200)
        .body("items.status", equalTo(List.of("rejected", "accepted")))
        .body("items[0].problem.status", equalTo(413));
  }

  @Test
  void acceptsNothingWhileTheBrokerIsSilentAndOnceWhenItIsBack() {
    open("down-1");
    var body = registration("a", "v1", "");

    try (var _ = new SilentBroker()) {
      tool("down-1")
          .body(body)
          .post("/v1/titles/down-1/assets")
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .header("Retry-After", equalTo("5"));
    }

    var eventId =
        acceptedInTheEnd("down-1", body).statusCode(202).extract().<String>path("eventId");
    assertThat(events("down-1")).filteredOn(e -> e.id().toString().equals(eventId)).isNotEmpty();
    assertThat(events("down-1").stream().map(Event::id).distinct()).hasSize(2);
  }

  /// The broker may take its time to wake up: a sender that is told to come again does.
  private static ValidatableResponse acceptedInTheEnd(String title, String body) {
    var answer = tool(title).body(body).post("/v1/titles/" + title + "/assets");
    for (int again = 0; answer.statusCode() == 503 && again < MOST_REPEATS; again++) {
      answer = tool(title).body(body).post("/v1/titles/" + title + "/assets");
    }
    return answer.then();
  }

  @Test
  void twoWhoSendTheSameAtOnceGetTheSameAnswer() throws Exception {
    open("race-1");
    var token = tool().title("race-1", "tool");
    var body = registration("a", "v1", ",\"id\":\"k\"");

    List<String> answers;
    try (var pool = java.util.concurrent.Executors.newFixedThreadPool(8)) {
      var calls =
          java.util.Collections.nCopies(
              24,
              (java.util.concurrent.Callable<String>)
                  () -> as(token).body(body).post("/v1/titles/race-1/assets").asString());
      answers = pool.invokeAll(calls).stream().map(java.util.concurrent.Future::resultNow).toList();
    }

    assertThat(answers).hasSize(24).allMatch(answer -> answer.contains("eventId"));
    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(events("race-1")).hasSize(2);
  }

  @Test
  void describesItselfAndIsReady() {
    given()
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body("paths.'/v1/titles/{title}/assets/batch'.post", not(empty()));
    given().get("/q/health/ready").then().statusCode(200);
  }

  private static void bad(
      String title, String body, int status, String slug, @Nullable String pointer) {
    var answer =
        as(tool().title(title, "tool"))
            .body(body)
            .post("/v1/titles/" + title + "/assets")
            .then()
            .statusCode(status)
            .contentType("application/problem+json")
            .body("type", equalTo("urn:picturelock:problem:" + slug));
    if (pointer != null) {
      answer.body("errors[0].pointer", equalTo(pointer));
    }
  }

  private static String registration(String asset, String version, String more) {
    return """
    {"asset":"%s","version":"%s","digests":{"sha256":"%s"},"contribution":"generated"%s}\
    """
        .formatted(asset, version, SHA, more.strip())
        .replace("\n", " ");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void open(String title) {
    admin()
        .body("{\"id\":\"" + title + "\",\"name\":\"" + title + "\"}")
        .post("/v1/titles")
        .then()
        .statusCode(201);
  }

  private static void tool(String id, String storesOrTrains, String enterpriseAgreement) {
    admin().body("{\"name\":\"" + id + "\"}").put("/v1/tools/" + id).then().statusCode(201);
    admin()
        .body(
            "{\"effectiveFrom\":\"2026-01-01\",\"storesOrTrains\":\""
                + storesOrTrains
                + "\",\"enterpriseAgreement\":\""
                + enterpriseAgreement
                + "\"}")
        .post("/v1/tools/" + id + "/terms")
        .then()
        .statusCode(201);
  }

  private static ValidatableResponse report(String title, @Nullable String key, String use) {
    var request = production(title).body(use);
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.post("/v1/titles/" + title + "/uses").then();
  }

  private static RequestSpecification admin() {
    return as(TestTokens.demo("admin"));
  }

  private static RequestSpecification production(String title) {
    return as(TestTokens.user("producer").title(title, "production"));
  }

  private static RequestSpecification tool(String title) {
    return as(tool().title(title, "tool"));
  }

  private static TestTokens tool() {
    return TestTokens.client("demo-tool").title("batch-1", "tool").title("bad-1", "tool");
  }

  private static RequestSpecification as(TestTokens account) {
    return given().auth().oauth2(account.token()).contentType("application/json");
  }

  private static List<Event> events(String title) {
    return TestBroker.records(Topic.INTAKE.topicName()).stream()
        .filter(record -> record.key().equals(title))
        .map(record -> EventCodec.decode(record.value()))
        .toList();
  }

  private static Event event(String title, String id) {
    return events(title).stream()
        .filter(e -> e.id().toString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<Disclosure> disclosed(String title, Event event) throws IOException {
    var found = new ArrayList<Disclosure>();
    for (var record : TestBroker.records(Topic.DISCLOSURE.topicName())) {
      if (record.key().startsWith(event.id() + "/")) {
        var sealed = SealedDisclosure.fromBytes(record.value());
        assertThat(sealed.title()).isEqualTo(title);
        found.add(disclosures.open(sealed).orElseThrow());
      }
    }
    return found;
  }
}
