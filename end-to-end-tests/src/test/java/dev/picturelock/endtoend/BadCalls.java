package dev.picturelock.endtoend;

import static dev.picturelock.endtoend.Account.CONTACT;
import static dev.picturelock.endtoend.Account.OUTSIDER;
import static dev.picturelock.endtoend.Service.APPROVAL;
import static dev.picturelock.endtoend.Service.CLASSIFIER;
import static dev.picturelock.endtoend.Service.INTAKE;
import static dev.picturelock.endtoend.Service.PROVENANCE;
import static dev.picturelock.endtoend.Target.ASSETS;
import static dev.picturelock.endtoend.Target.DECISION;
import static dev.picturelock.endtoend.Target.PREVIEW;
import static dev.picturelock.endtoend.Target.READING;
import static dev.picturelock.endtoend.Target.WITH_BODY;

import java.util.stream.Stream;

/// Callers that are refused, and addresses.
final class BadCalls {

  /// Signed by nobody we trust, and expired in 2001.
  private static final String EXPIRED =
      "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJleHAiOjEwMDAwMDAwMDAsInN1YiI6IngifQ.c2lnbmF0dXJl";

  private BadCalls() {}

  /// Who may not call.
  static Stream<BadRequest> callers() {
    var unknown =
        Stream.concat(WITH_BODY.stream(), READING.stream())
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
        Stream.concat(
                WITH_BODY.stream().filter(target -> target.service() == INTAKE), READING.stream())
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
}
