package dev.picturelock.endtoend;

import static dev.picturelock.endtoend.Account.OUTSIDER;
import static dev.picturelock.endtoend.Account.PRODUCER;
import static dev.picturelock.endtoend.Service.PROVENANCE;
import static dev.picturelock.endtoend.Target.CUTS;
import static dev.picturelock.endtoend.Target.WITH_BODY;

import java.util.stream.Stream;

/// Bodies that are refused, and files.
final class BadBodies {

  private BadBodies() {}

  /// What every call with a JSON body refuses.
  static Stream<BadRequest> bodies() {
    return WITH_BODY.stream()
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
    var intake = WITH_BODY.get(0);
    var preview = WITH_BODY.get(2);
    var decision = WITH_BODY.get(3);
    var consents = WITH_BODY.get(4);
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
}
