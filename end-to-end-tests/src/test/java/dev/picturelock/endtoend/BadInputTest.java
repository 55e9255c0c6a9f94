package dev.picturelock.endtoend;

import static dev.picturelock.endtoend.Account.CONTACT;
import static dev.picturelock.endtoend.Account.LEGAL;
import static dev.picturelock.endtoend.Account.OUTSIDER;
import static dev.picturelock.endtoend.Account.PRODUCER;
import static dev.picturelock.endtoend.Service.APPROVAL;
import static dev.picturelock.endtoend.Service.CLASSIFIER;
import static dev.picturelock.endtoend.Service.INTAKE;
import static dev.picturelock.endtoend.Service.PROVENANCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Bad input is answered, not suffered: a problem document says what is wrong and where.
@FlowTest
@Order(2)
class BadInputTest {

  private static final String ASSETS = "/v1/titles/demo/assets";
  private static final String USES = "/v1/titles/demo/uses";
  private static final String PREVIEW = "/v1/classifications/preview";
  private static final String CUTS = "/v1/titles/demo/cuts?name=Broken&format=otio";
  private static final String DECISION =
      "/v1/reviews/01a1a0b1-297a-71d0-9755-6da565f050a7/decision";
  private static final String CONSENTS = "/v1/titles/demo/consents";

  /// Signed by nobody we trust, and expired in 2001.
  private static final String EXPIRED =
      "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJleHAiOjEwMDAwMDAwMDAsInN1YiI6IngifQ.c2lnbmF0dXJl";

  private static final List<Target> TARGETS =
      List.of(
          new Target(
              INTAKE,
              ASSETS,
              Account.DEMO_TOOL,
              """
              {"asset": "a", "version": "v1", "digests": {}, "contribution": "none"}\
              """),
          new Target(INTAKE, USES, Account.DEMO_TOOL, "{\"use\": \"a\"}"),
          new Target(CLASSIFIER, PREVIEW, PRODUCER, "{\"facts\": {}}"),
          new Target(
              APPROVAL,
              DECISION,
              CONTACT,
              """
              {"decision": "APPROVED", "statement": "x"}\
              """),
          new Target(
              APPROVAL,
              CONSENTS,
              LEGAL,
              """
              {"type": "CONSENT_REPLICA_USE", "person": "performer:kim", "signer": "performer:kim",
               "signerRole": "performer", "form": "separate_signed", "validFrom": "2026-01-01"}\
              """));

  /// Calls that only read.
  private static final List<Target> READING =
      List.of(
          new Target(INTAKE, "/v1/titles/demo", PRODUCER, ""),
          new Target(APPROVAL, "/v1/titles/demo/reviews", PRODUCER, ""),
          new Target(PROVENANCE, "/v1/titles/demo/log/checkpoint", PRODUCER, ""),
          new Target(PROVENANCE, ASSETS, PRODUCER, ""));

  private final Api api;

  BadInputTest(RunningStack stack) {
    api = new Api(stack);
  }

  @BeforeAll
  void openTheTitle() {
    var _ = new Demo(api).prepare();
  }

  @ParameterizedTest
  @MethodSource({"bodies", "contents", "callers", "addresses", "cuts"})
  void saysWhatIsWrongAndWhere(BadRequest bad) {
    var answer = bad.send(api);

    var told = answer.text();
    assertThat(answer.status()).describedAs("%s%n%s", bad, told).isEqualTo(bad.status());
    assertThat(answer.contentType()).describedAs(told).startsWith("application/problem+json");
    var problem = answer.json();
    assertThat(problem.path("type").asText()).isEqualTo("urn:picturelock:problem:" + bad.slug());
    assertThat(problem.path("status").asInt()).isEqualTo(bad.status());
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    bad.mentions().forEach(mention -> assertThat(told).contains(mention));
  }

  /// What every call with a JSON body refuses.
  static Stream<BadRequest> bodies() {
    return TARGETS.stream()
        .flatMap(target ->
            Stream.of(
                target
                    .bad("JSON cut short")
                    .post("{\"use\": ")
                    .isAnswered(400, "malformed-body", "line 1"),
                target.bad("no JSON").post("hello").isAnswered(400, "malformed-body", "line 1"),
                target.bad("empty body").post("").isAnswered(400, "malformed-body", "empty"),
                target.bad("null").post("null").isAnswered(400, "malformed-body", "null"),
                target.bad("a list").post("[]").isAnswered(400, "invalid-body", "an object"),
                target
                    .bad("unknown field")
                    .post(target.bodyWith("\"colour\": \"red\""))
                    .isAnswered(400, "invalid-body", "/colour", "unknown field"),
                target
                    .bad("member twice")
                    .post("{\"use\": \"a\", \"use\": \"b\"}")
                    .isAnswered(400, "malformed-body", "use"),
                target
                    .bad("control character")
                    .post("{\"x\": \"\u0000\"}")
                    .isAnswered(400, "malformed-body", "line 1"),
                target
                    .bad("not UTF-8")
                    .postLatin1(target.bodyWith("\"x\": \"caf\u00e9\""))
                    .isAnswered(400, "malformed-body"),
                target
                    .bad("ten mebibytes")
                    .postTenMebibytes()
                    .isAnswered(413, "body-too-large", "8388608"),
                target
                    .bad("ten mebibytes in chunks")
                    .postTenMebibytesInChunks()
                    .isAnswered(413, "body-too-large", "8388608"),
                target
                    .bad("another media type")
                    .post("text/csv", "a,b")
                    .isAnswered(415, "unsupported-media-type", "Content-Type")));
  }

  /// What one call refuses in a body of the right shape.
  static Stream<BadRequest> contents() {
    var intake = TARGETS.get(0);
    var preview = TARGETS.get(2);
    var decision = TARGETS.get(3);
    var consents = TARGETS.get(4);
    return Stream.of(
        intake
            .bad("wrong type")
            .post(
                "{\"asset\": \"a\", \"version\": {}, \"digests\": {}, \"contribution\": \"none\"}")
            .isAnswered(400, "invalid-body", "/version", "a string"),
        intake
            .bad("missing field")
            .post("{\"asset\": \"a\"}")
            .isAnswered(400, "invalid-body", "required field is missing"),
        intake
            .bad("several mistakes at once")
            .post(
                "{\"asset\": \"a b\", \"version\": \"v1\", \"digests\": {\"sha256\": \"00\"},"
                    + " \"contribution\": \"some\"}")
            .isAnswered(400, "invalid-body", "/asset", "/digests/sha256", "/contribution"),
        intake
            .bad("unknown use")
            .post(Demo.generated("b1", "b1", "v1", "p", "[]").replace(Demo.USE, "nobody-asked"))
            .isAnswered(422, "unknown-reference", "/use", "nobody-asked"),
        intake
            .bad("unknown tool")
            .post(Demo.generated("b2", "b2", "v1", "p", "[]").replace(Demo.TOOL, "no-tool"))
            .isAnswered(422, "unknown-reference", "/generation/tool", "no-tool"),
        preview
            .bad("unknown fact")
            .post("{\"facts\": {\"mood\": \"dark\"}}")
            .isAnswered(400, "invalid-facts", "/facts/mood"),
        preview
            .bad("unknown answer")
            .post("{\"facts\": {\"talentUse\": \"maybe\"}}")
            .isAnswered(400, "invalid-facts", "/facts/talentUse", "digital_replica"),
        preview
            .bad("unknown pack")
            .post("{\"facts\": {}, \"policyPack\": \"own-rules\"}")
            .isAnswered(422, "unknown-reference", "/policyPack", "own-rules"),
        decision
            .bad("unknown decision")
            .post("{\"decision\": \"PERHAPS\", \"statement\": \"x\"}")
            .isAnswered(400, "invalid-body", "/decision", "APPROVED"),
        decision
            .bad("unknown review")
            .post("{\"decision\": \"APPROVED\", \"statement\": \"x\"}")
            .isAnswered(404, "not-found", "01a1a0b1-297a-71d0-9755-6da565f050a7"),
        consents
            .bad("date that is none")
            .post("{\"type\": \"CONSENT_REPLICA_USE\", \"validFrom\": \"soon\"}")
            .isAnswered(400, "invalid-body", "/validFrom"));
  }

  /// Who may not call.
  static Stream<BadRequest> callers() {
    var unknown =
        Stream.concat(TARGETS.stream(), READING.stream())
            .flatMap(target ->
                Stream.of(
                    target
                        .call("no token")
                        .withoutToken()
                        .isAnswered(401, "unauthenticated", "token"),
                    target
                        .call("garbage for a token")
                        .withToken("garbage")
                        .isAnswered(401, "unauthenticated", "token"),
                    target
                        .call("expired, forged token")
                        .withToken(EXPIRED)
                        .isAnswered(401, "unauthenticated", "token")));
    var foreign =
        Stream.concat(TARGETS.stream().filter(target -> target.service == INTAKE), READING.stream())
            .map(target ->
                target
                    .call("role in another title only")
                    .as(OUTSIDER)
                    .isAnswered(403, "forbidden", "demo"));
    return Stream.concat(unknown, foreign);
  }

  /// Where nothing is, or something else.
  static Stream<BadRequest> addresses() {
    return Stream.concat(
        Stream.of(Service.values())
            .flatMap(service ->
                Stream.of(
                    BadRequest.of("unknown path", service, "/v1/nothing/here")
                        .isAnswered(404, "not-found"),
                    BadRequest.of("unknown path at the root", service, "/nothing")
                        .isAnswered(404, "not-found"))),
        Stream.of(
            BadRequest.of("unsupported method", INTAKE, ASSETS)
                .method("DELETE")
                .isAnswered(405, "method-not-allowed"),
            BadRequest.of("unsupported method", CLASSIFIER, PREVIEW)
                .method("DELETE")
                .isAnswered(405, "method-not-allowed"),
            BadRequest.of("unsupported method", APPROVAL, DECISION)
                .method("DELETE")
                .isAnswered(405, "method-not-allowed"),
            BadRequest.of("unsupported method", APPROVAL, "/v1/titles/demo/approvals/stream")
                .method("DELETE")
                .isAnswered(405, "method-not-allowed"),
            BadRequest.of("unsupported method", PROVENANCE, ASSETS)
                .method("DELETE")
                .isAnswered(405, "method-not-allowed"),
            BadRequest.of("title never opened", INTAKE, "/v1/titles/other")
                .as(OUTSIDER)
                .isAnswered(404, "not-found", "other"),
            BadRequest.of("title of others", INTAKE, "/v1/titles/not-mine")
                .isAnswered(403, "forbidden", "not-mine"),
            BadRequest.of("tile in another spelling", PROVENANCE, "/v1/titles/demo/log/tile/0/0")
                .isAnswered(404, "not-found"),
            BadRequest.of("event that is no id", PROVENANCE, "/v1/titles/demo/events/1")
                .isAnswered(400, "invalid-parameter", "UUID"),
            BadRequest.of(
                    "unknown event",
                    PROVENANCE,
                    "/v1/titles/demo/events/01a1a0b1-297a-71d0-9755-6da565f050a7")
                .isAnswered(404, "not-found", "01a1a0b1"),
            BadRequest.of(
                    "direction that is none",
                    PROVENANCE,
                    ASSETS + "/a/versions/v1/lineage?direction=sideways")
                .isAnswered(404, "not-found", "'a'"),
            BadRequest.of("status that is none", APPROVAL, "/v1/titles/demo/reviews?status=perhaps")
                .as(CONTACT)
                .isAnswered(400, "invalid-parameter", "status", "OPEN")));
  }

  /// What is no cut.
  static Stream<BadRequest> cuts() {
    var cuts = new Target(PROVENANCE, CUTS, PRODUCER, "");
    var file = "application/octet-stream";
    return Stream.of(
        cuts.bad("OTIO cut short")
            .post(file, "{\"OTIO_SCHEMA\": \"Time")
            .isAnswered(422, "broken-file", "line 1"),
        cuts.bad("JSON that is no OTIO")
            .post(file, "{\"a\": 1}")
            .isAnswered(422, "broken-file", "OTIO_SCHEMA"),
        cuts.bad("deep nesting")
            .post(file, "{\"OTIO_SCHEMA\": " + "[".repeat(20_000))
            .isAnswered(422, "broken-file"),
        cuts.bad("ten mebibytes in chunks")
            .postTenMebibytesInChunks()
            .isAnswered(422, "broken-file"),
        cuts.bad("empty file").post(file, "").isAnswered(400, "malformed-body", "empty"),
        cuts.bad("no token")
            .withoutToken()
            .post(file, "{}")
            .isAnswered(401, "unauthenticated", "token"),
        cuts.bad("role in another title")
            .as(OUTSIDER)
            .post(file, "{}")
            .isAnswered(403, "forbidden", "demo"),
        new Target(PROVENANCE, CUTS.replace("otio", "betamax"), PRODUCER, "")
            .bad("unknown format")
            .post(file, "{}")
            .isAnswered(400, "invalid-parameter", "betamax"));
  }

  /// A call and who may make it.
  ///
  /// - **body** of the right shape; empty for a call that only reads
  private record Target(Service service, String path, Account who, String body) {

    BadRequest bad(String name) {
      return BadRequest.of(name, service, path).as(who);
    }

    /// As it would be made rightly, but for who calls.
    BadRequest call(String name) {
      return body.isEmpty() ? bad(name) : bad(name).post(body);
    }

    String bodyWith(String member) {
      return body.substring(0, body.length() - 1) + ", " + member + "}";
    }
  }
}
