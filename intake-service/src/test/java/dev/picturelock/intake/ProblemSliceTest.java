package dev.picturelock.intake;

import static dev.picturelock.intake.IntakeCalls.SHA;
import static dev.picturelock.intake.IntakeCalls.admin;
import static dev.picturelock.intake.IntakeCalls.as;
import static dev.picturelock.intake.IntakeCalls.events;
import static dev.picturelock.intake.IntakeCalls.facts;
import static dev.picturelock.intake.IntakeCalls.legal;
import static dev.picturelock.intake.IntakeCalls.open;
import static dev.picturelock.intake.IntakeCalls.register;
import static dev.picturelock.intake.IntakeCalls.registerAll;
import static dev.picturelock.intake.IntakeCalls.registration;
import static dev.picturelock.intake.IntakeCalls.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every 400, 409 and 422 says where, what was seen, and what is allowed.
@QuarkusTest
@IntakeSlice
class ProblemSliceTest {
  private static final String TITLE = "problems";
  private static final String ASSETS = "/v1/titles/" + TITLE + "/assets";
  private static final String USES = "/v1/titles/" + TITLE + "/uses";
  private static final String WITHDRAWAL = ASSETS + "/known/versions/v1/withdrawal";
  private static final String HIDDEN = "secret-word";

  /// A broken call and what its first error must hold.
  ///
  /// - **value** null where nothing was there, or where it may be secret
  /// - **allowed** a word that the list of allowed values, or else the sentence, must hold
  private record Broken(
      String method,
      String path,
      String body,
      int status,
      String pointer,
      @Nullable String value,
      String allowed) {}

  @TestFactory
  Stream<DynamicTest> saysWhereWhatAndWhatIsAllowed() {
    openOnce();
    return broken()
        .map(call ->
            DynamicTest.dynamicTest(
                call.status() + " " + call.path() + " " + call.pointer() + " " + shorten(call),
                () -> check(call)));
  }

  @Test
  void ofAThousandItemsWithTenBadOnesNineHundredAndNinetyAreAcceptedAndTenExplained() {
    open("mixed");
    var items = new ArrayList<String>();
    for (int i = 0; i < 1_000; i++) {
      items.add(registration("asset-" + i, "v1", i % 100 == 7 ? bad(i / 100) : ""));
    }

    var answer = registerAll("mixed", items).extract();

    List<String> status = answer.path("items.status");
    assertThat(status).hasSize(1_000);
    for (int i = 0; i < 1_000; i++) {
      assertThat(status.get(i)).as("item %d", i).isEqualTo(i % 100 == 7 ? "rejected" : "accepted");
    }
    List<Map<String, Object>> problems = answer.path("items.findAll{it.problem}.problem");
    assertThat(problems)
        .hasSize(10)
        .allSatisfy(problem ->
            assertThat(problem).containsKeys("type", "title", "status", "detail", "errors"));
    assertThat(
            answer.<List<String>>path("items.findAll{it.problem}.problem.errors.pointer.flatten()"))
        .containsExactly(
            "/size",
            "/size",
            "/colour",
            "/mediaType",
            "/use",
            "/generation/tool",
            "/facts/colour",
            "/facts/mediaUse",
            "/consents/0",
            "/id");
    assertThat(facts("mixed", AssetRegistered.class)).hasSize(990);
  }

  @Test
  void noProblemRepeatsASecret() {
    openOnce();
    for (var field : List.of("name", "prompt", "negativePrompt", "operator", "account")) {
      for (var value : List.of("[\"" + HIDDEN + "\"]", "{\"a\":\"" + HIDDEN + "\"}", "4711")) {
        var member = "\"" + field + "\":" + value;
        var more =
            field.equals("name")
                ? "," + member
                : ",\"generation\":{\"tool\":\"a-tool\"," + member + "}";

        var answer = register(TITLE, registration("s", "v1", more)).statusCode(400).extract();

        assertThat(answer.asString()).doesNotContain(HIDDEN, "4711");
        assertThat(answer.<String>path("errors[0].pointer")).endsWith("/" + field);
        assertThat(answer.<String>path("errors[0].value")).startsWith("a");
      }
    }
    var twice = ",\"talent\":[\"" + HIDDEN + "\",\"" + HIDDEN + "\"]";
    assertThat(register(TITLE, registration("s", "v1", twice)).statusCode(400).extract().asString())
        .doesNotContain(HIDDEN);
    var one = ",\"talent\":\"" + HIDDEN + "\"";
    assertThat(register(TITLE, registration("s", "v1", one)).statusCode(400).extract().asString())
        .doesNotContain(HIDDEN);
  }

  @Test
  void aConflictNamesTheFirstDifferenceAndNoSecret() {
    open("differ");
    var body =
        registration("a", "v1", ",\"name\":\"one\",\"size\":7,\"facts\":{\"mediaUse\":\"final\"}");
    register("differ", body).statusCode(202);

    register("differ", body.replace("\"one\"", "\"" + HIDDEN + "\""))
        .statusCode(409)
        .body("errors[0].pointer", equalTo("/name"))
        .body("errors[0].value", equalTo(null));
    register("differ", body.replace(":7", ":8"))
        .statusCode(409)
        .body("errors[0].pointer", equalTo("/size"))
        .body("errors[0].value", equalTo("8"));
    register("differ", body.replace("final", "temporary").replace(":7", ":8"))
        .statusCode(409)
        .body("errors[0].pointer", equalTo("/facts/mediaUse"))
        .body("errors[0].value", equalTo("temporary"));
    register("differ", body.replace(",\"size\":7", ""))
        .statusCode(409)
        .body("errors[0].pointer", equalTo("/size"));
  }

  @Test
  void theRegistrationsOwnIdAndTheKeyOfABatchStandForOneContent() {
    open("keys");
    register("keys", registration("a", "v1", ",\"id\":\"own\"")).statusCode(202);
    register("keys", registration("b", "v1", ",\"id\":\"own\""))
        .statusCode(409)
        .body("errors[0].pointer", equalTo("/asset"))
        .body("errors[0].value", equalTo("b"));
    var items = List.of(registration("c", "v1", ""), registration("d", "v1", ",\"id\":\"d1\""));
    batch("keys", "load-7", items).body("items.status", equalTo(List.of("accepted", "accepted")));

    batch("keys", "load-7", items).body("items.status", equalTo(List.of("duplicate", "duplicate")));
    batch("keys", "load-7", List.of(registration("e", "v1", ""), registration("f", "v1", "")))
        .body("items.status", equalTo(List.of("rejected", "accepted")))
        .body("items[0].problem.status", equalTo(409))
        .body("items[0].problem.detail", containsString("'load-7/0'"))
        .body("items[0].problem.errors[0].pointer", equalTo("/asset"))
        .body("items[0].problem.errors[0].value", equalTo("e"));
    // reads like the first item of that batch, and is another name
    register("keys", registration("g", "v1", ",\"id\":\"load-7/0\"")).statusCode(202);
    as(TestTokens.client("demo-tool").title("keys", "tool"))
        .header("Idempotency-Key", "with blank")
        .body("[]")
        .post("/v1/titles/keys/assets/batch")
        .then()
        .statusCode(400);
    assertThat(facts("keys", AssetRegistered.class))
        .extracting(AssetRegistered::asset)
        .containsExactly("a", "c", "d", "f", "g");
  }

  private static Stream<Broken> broken() {
    return Stream.of(
            titles(),
            tools(),
            uses(),
            registrations(),
            Stream.of(
                new Broken("POST", WITHDRAWAL, "{\"reason\":\" \"}", 400, "/reason", "", "blank"),
                new Broken("POST", WITHDRAWAL, "{}", 400, "/reason", null, "required"),
                new Broken("POST", WITHDRAWAL, "{\"reason\":\"b\"}", 409, "/reason", "b", "a"),
                new Broken("POST", ASSETS + "/batch", "{}", 400, "", null, "array")))
        .flatMap(calls -> calls);
  }

  private static Stream<Broken> titles() {
    return Stream.of(
        new Broken(
            "POST",
            "/v1/titles",
            "{\"id\":\"A B\",\"name\":\"x\"}",
            400,
            "/id",
            "A B",
            "lower-case"),
        new Broken(
            "POST",
            "/v1/titles",
            "{\"id\":\"studio\",\"name\":\"x\"}",
            400,
            "/id",
            "studio",
            "reserved"),
        new Broken("POST", "/v1/titles", "{\"id\":\"a\",\"name\":\"\"}", 400, "/name", "", "blank"),
        new Broken("POST", "/v1/titles", "{\"id\":\"a\"}", 400, "/name", null, "required"),
        new Broken(
            "POST", "/v1/titles", "{\"id\":\"problems\",\"name\":\"x\"}", 409, "/name", "x", "T"),
        new Broken(
            "POST",
            "/v1/titles",
            "{\"id\":\"a\",\"name\":\"x\",\"policyPack\":\"p\"}",
            422,
            "/policyPack",
            "p",
            "house-rules"),
        new Broken(
            "PUT",
            "/v1/titles/problems/policy-pack",
            "{\"policyPack\":\"p\"}",
            422,
            "/policyPack",
            "p",
            "house-rules"),
        new Broken(
            "PUT",
            "/v1/titles/problems/policy-pack",
            "{\"policyPack\":\"a b\"}",
            400,
            "/policyPack",
            "a b",
            "id@version"));
  }

  private static Stream<Broken> tools() {
    var terms =
        "{\"effectiveFrom\":\"2026-01-01\",\"storesOrTrains\":\"no\",\"enterpriseAgreement\":\"no\"}";
    return Stream.of(
        new Broken(
            "PUT", "/v1/tools/Dream", "{\"name\":\"x\"}", 400, "/tool", "Dream", "lower-case"),
        new Broken("PUT", "/v1/tools/a-tool", "{\"name\":\"\"}", 400, "/name", "", "blank"),
        new Broken(
            "PUT",
            "/v1/tools/a-tool",
            "{\"name\":\"x\",\"homepage\":\"ftp://x\"}",
            400,
            "/homepage",
            "ftp://x",
            "http"),
        new Broken(
            "PUT",
            "/v1/tools/a-tool",
            "{\"name\":\"x\",\"colour\":1}",
            400,
            "/colour",
            "colour",
            "homepage"),
        new Broken(
            "POST",
            "/v1/tools/a-tool/terms",
            terms.replace("2026-01-01", "soon"),
            400,
            "/effectiveFrom",
            "soon",
            "2026-11-22"),
        new Broken(
            "POST",
            "/v1/tools/a-tool/terms",
            terms.replace("\"no\"}", "\"maybe\"}"),
            400,
            "/enterpriseAgreement",
            "maybe",
            "unsure"),
        new Broken(
            "POST",
            "/v1/tools/a-tool/terms",
            terms.replace("}", ",\"documentSha256\":\"AB\"}"),
            400,
            "/documentSha256",
            "AB",
            "64"));
  }

  private static Stream<Broken> uses() {
    return Stream.of(
        new Broken("POST", USES, "{\"use\":\"a b\",\"facts\":{}}", 400, "/use", "a b", "letters"),
        new Broken("POST", USES, "{\"facts\":{}}", 400, "/use", null, "required"),
        new Broken(
            "POST",
            USES,
            "{\"use\":\"u\",\"facts\":{\"mediaUse\":\"later\"}}",
            400,
            "/facts/mediaUse",
            "later",
            "ideation"),
        new Broken(
            "POST",
            USES,
            "{\"use\":\"u\",\"facts\":{\"inputKinds\":[\"script\",\"x\"]}}",
            400,
            "/facts/inputKinds/1",
            "x",
            "personal_data"),
        new Broken(
            "POST", USES, "{\"use\":\"u\",\"facts\":[]}", 400, "/facts", "an array", "object"),
        new Broken(
            "POST",
            USES,
            "{\"use\":\"u\",\"tool\":\"nobody\",\"facts\":{}}",
            422,
            "/tool",
            "nobody",
            "register"),
        new Broken(
            "POST",
            USES,
            "{\"use\":\"known\",\"facts\":{\"mediaUse\":\"temporary\"}}",
            409,
            "/facts/mediaUse",
            "temporary",
            "final"),
        new Broken("POST", USES, "", 400, "", null, "JSON"));
  }

  private static Stream<Broken> registrations() {
    return Stream.of(
        asset("{", 400, "", null, "JSON"),
        asset("null", 400, "", null, "object"),
        asset("[]", 400, "", "an array", "object"),
        asset("{}", 400, "/asset", null, "required"),
        more("\"size\":\"1\"", 400, "/size", "1", "whole number"),
        more("\"size\":1.5", 400, "/size", "1.5", "whole number"),
        more("\"size\":99999999999999999999", 400, "/size", "99999999999999999999", "range"),
        more("\"size\":-1", 400, "/size", "-1", "0 or more"),
        more("\"mediaType\":\"video\"", 400, "/mediaType", "video", "type/subtype"),
        more("\"consents\":[\"x\"]", 400, "/consents/0", "x", "UUID"),
        more("\"shot\":{\"scene\":\"\"}", 400, "/shot/scene", "", "blank"),
        more("\"use\":\"never\"", 422, "/use", "never", "report"),
        more("\"generation\":{\"tool\":\"nobody\"}", 422, "/generation/tool", "nobody", "register"),
        more(
            "\"generation\":{\"tool\":\"a b\"}", 400, "/generation/tool", "a b", "registered tool"),
        more(
            "\"generation\":{\"tool\":\"t\",\"endedAt\":\"noon\"}",
            400,
            "/generation/endedAt",
            "noon",
            "2026-11-22T10:00:00Z"),
        more(
            "\"generation\":{\"tool\":\"t\",\"endedAt\":\"2999-01-01T00:00:00Z\"}",
            400,
            "/generation/endedAt",
            "2999-01-01T00:00:00Z",
            "now"),
        more(
            "\"generation\":{\"tool\":\"t\",\"startedAt\":\"2026-01-02T00:00:00Z\",\"endedAt\":\"2026-01-01T00:00:00Z\"}",
            400,
            "/generation/endedAt",
            "2026-01-01T00:00:00Z",
            "startedAt"),
        more(
            "\"generation\":{\"tool\":\"t\",\"prompt\":\" \"}",
            400,
            "/generation/prompt",
            "",
            "blank"),
        more(
            "\"generation\":{\"tool\":\"t\",\"prompt\":\"" + "x".repeat(40_000) + "\"}",
            400,
            "/generation/prompt",
            "40000 characters",
            "32768"),
        more("\"inputs\":[{}]", 400, "/inputs/0", "0 of them", "exactly one of"),
        more("\"inputs\":[{\"asset\":\"a\"}]", 400, "/inputs/0/version", null, "want it"),
        more("\"inputs\":[{\"sha256\":\"AB\"}]", 400, "/inputs/0/sha256", "AB", "64"),
        more(
            "\"inputs\":[{\"asset\":\"x\",\"version\":\"v1\"}]",
            400,
            "/inputs/0",
            "x/v1",
            "another version"),
        more("\"talent\":\"x\"", 400, "/talent", "a string", "array"),
        more("\"talent\":[\"x\",\"x\"]", 400, "/talent/1", null, "once"),
        more("\"colour\":1", 400, "/colour", "colour", "contribution"),
        more("\"id\":\"a b\"", 400, "/id", "a b", "visible"),
        more("\"facts\":{\"colour\":\"red\"}", 400, "/facts/colour", "colour", "mediaUse"),
        asset(
            registration("x", "v1", "").replace("generated", "made"),
            400,
            "/contribution",
            "made",
            "altered"),
        asset(
            registration("x", "v1", ",\"generation\":{\"tool\":\"t\"}")
                .replace("generated", "none"),
            400,
            "/generation",
            "an object",
            "leave it out"),
        asset(registration("x", "v1", "").replace(SHA, "zz"), 400, "/digests/sha256", "zz", "64"),
        asset(
            registration("x", "v1", "").replace("\"sha256\":\"" + SHA + "\"", ""),
            400,
            "/digests",
            "neither",
            "c4"),
        asset(registration("a b", "v1", ""), 400, "/asset", "a b", "letters"),
        asset(registration("known", "v1", ",\"size\":2"), 409, "/size", "2", "accepted"));
  }

  private static Broken asset(
      String body, int status, String pointer, @Nullable String value, String allowed) {
    return new Broken("POST", ASSETS, body, status, pointer, value, allowed);
  }

  private static Broken more(
      String member, int status, String pointer, @Nullable String value, String allowed) {
    return asset(registration("x", "v1", "," + member), status, pointer, value, allowed);
  }

  private static void check(Broken call) {
    var answer = send(call);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(call.status());
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.<String>path("detail")).isNotBlank();
    Map<String, Object> error = answer.path("errors[0]");
    assertThat(error).as(answer.asString()).isNotNull();
    assertThat(error.get("pointer")).isEqualTo(call.pointer());
    assertThat(error.get("value")).as("value in %s", error).isEqualTo(call.value());
    assertThat(error.get("detail") + " " + error.get("allowed") + " " + answer.path("detail"))
        .contains(call.allowed());
  }

  private static Response send(Broken call) {
    var caller =
        as(
            TestTokens.user("all")
                .realmRole("admin")
                .realmRole("legal")
                .title(TITLE, "tool")
                .title(TITLE, "production"));
    if (call.status() == 409 && call.path().equals(USES)) {
      caller.header("Idempotency-Key", "known");
    }
    return caller.body(call.body()).request(call.method(), call.path());
  }

  private static void openOnce() {
    admin().body("{\"id\":\"problems\",\"name\":\"T\"}").post("/v1/titles");
    legal().body("{\"name\":\"A\"}").put("/v1/tools/a-tool");
    as(TestTokens.user("producer").title(TITLE, "production"))
        .header("Idempotency-Key", "known")
        .body("{\"use\":\"known\",\"facts\":{\"mediaUse\":\"final\"}}")
        .post(USES)
        .then()
        .statusCode(202);
    register(TITLE, registration("known", "v1", ",\"size\":1")).statusCode(202);
    as(TestTokens.user("producer").title(TITLE, "production"))
        .body("{\"reason\":\"a\"}")
        .post(WITHDRAWAL)
        .then()
        .statusCode(202);
    report(TITLE, "{\"use\":\"known\",\"facts\":{\"mediaUse\":\"final\"}}").statusCode(202);
    assertThat(events(TITLE)).isNotEmpty();
  }

  private static ValidatableResponse batch(String title, String key, List<String> items) {
    return as(TestTokens.client("demo-tool").title(title, "tool"))
        .header("Idempotency-Key", key)
        .body(items.toString())
        .post("/v1/titles/" + title + "/assets/batch")
        .then()
        .statusCode(200);
  }

  /// Ten different mistakes.
  private static String bad(int which) {
    return List.of(
            ",\"size\":-1",
            ",\"size\":\"1\"",
            ",\"colour\":1",
            ",\"mediaType\":\"video\"",
            ",\"use\":\"never\"",
            ",\"generation\":{\"tool\":\"nobody\"}",
            ",\"facts\":{\"colour\":\"red\"}",
            ",\"facts\":{\"mediaUse\":\"later\"}",
            ",\"consents\":[\"x\"]",
            ",\"id\":\"a b\"")
        .get(which);
  }

  private static String shorten(Broken call) {
    return call.body().length() <= 80 ? call.body() : call.body().substring(0, 80);
  }
}
