package dev.picturelock.endtoend;

import static dev.picturelock.endtoend.Account.CONTACT;
import static dev.picturelock.endtoend.Account.DEMO_TOOL;
import static dev.picturelock.endtoend.Account.PRODUCER;
import static dev.picturelock.endtoend.Account.TWO_HATS;
import static dev.picturelock.endtoend.Service.APPROVAL;
import static dev.picturelock.endtoend.Service.INTAKE;
import static dev.picturelock.endtoend.Service.PROVENANCE;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/// One asset from the question whether it may be made to its written approval, walked once; the
/// tests look at what each step answered.
final class Walk {

  static final String PLATE = "HBL_104_065_010_plate";
  static final String COMP = "HBL_104_065_010_comp";
  static final String SKY = "HBL_104_070_020_sky";
  static final String PROMPT = "a packed grandstand at night, rain, long lens";
  static final String STATEMENT = "Approved for the race in episode 104.";

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String APPROVED =
      """
      {"decision": "APPROVED", "statement": "%s", "scope": "asset-version"}
      """
          .formatted(STATEMENT);

  final Api api;
  final Ledger ledger;

  /// Event ids by what they are about, in the order in which they were caused.
  final Map<String, String> events = new LinkedHashMap<>();

  /// Those in the ledger of the studio.
  final List<String> studioEvents;

  /// The asset as provenance shows it before and after the approval.
  final JsonNode classified;

  final JsonNode approved;
  final JsonNode listedReview;
  final Answer tooEarly;
  final Answer decidedByRequester;
  final Answer decidedByProducer;
  final Answer decidedByTwoHats;
  final Answer flagged;
  final Answer decided;

  Walk(RunningStack stack) {
    api = new Api(stack);
    ledger = new Ledger(api, Demo.TITLE);
    new Realm(stack, api).addTwoHats();
    var prepared = new Demo(api).prepare();
    events.put("title", prepared.title());
    events.put("use", prepared.use());
    studioEvents = List.of(prepared.tool(), prepared.terms());
    events.put("plate", register(PRODUCER, plate()));
    events.put(
        "comp",
        register(
            DEMO_TOOL,
            Demo.generated(
                "walk-comp",
                COMP,
                "v007",
                PROMPT,
                "[{\"asset\": \"%s\", \"version\": \"v001\"}]".formatted(PLATE))));
    events.put(
        "sky",
        register(TWO_HATS, Demo.generated("walk-sky", SKY, "v003", "a low winter sun", "[]")));

    classified = awaitAsset(COMP, "v007", asset -> asset.path("tier").isTextual());
    listedReview = awaitReview(COMP);
    var review = "/v1/reviews/" + listedReview.path("review").asText();
    tooEarly = decide(CONTACT, review);
    decidedByRequester = decide(DEMO_TOOL, review);
    decidedByProducer = decide(PRODUCER, review);
    decidedByTwoHats = decide(TWO_HATS, "/v1/reviews/" + awaitReview(SKY).path("review").asText());
    flagged = flagEarly(review);
    events.put("flag", flagged.eventId());
    decided = decide(CONTACT, review).expect(200);
    events.put("approval", decided.eventId());
    approved = awaitAsset(COMP, "v007", asset -> asset.path("state").asText().equals("GRANTED"));
  }

  private String register(Account who, String registration) {
    return api.post(who, INTAKE, "/v1/titles/demo/assets", registration).expect(202).eventId();
  }

  private static String plate() {
    return """
    {"id": "walk-plate", "asset": "%s", "version": "v001", "name": "%s_v001.mov",
     "mediaType": "video/quicktime", "digests": {"sha256": "%s"}, "contribution": "none"}
    """
        .formatted(PLATE, PLATE, Demo.sha256(PLATE + "/v001"));
  }

  private Answer flagEarly(String review) {
    var evidence =
        """
        {"kind": "flag", "reference": "104_065_010", "note": "The stands behind the boats."}
        """;
    return api.post(PRODUCER, APPROVAL, review + "/actions/FLAG_EARLY/evidence", evidence)
        .expect(200);
  }

  private Answer decide(Account who, String review) {
    return api.post(who, APPROVAL, review + "/decision", APPROVED);
  }

  private JsonNode awaitAsset(String asset, String version, Predicate<JsonNode> wanted) {
    var path = "/v1/titles/demo/assets/%s/versions/%s".formatted(asset, version);
    return Objects.requireNonNull(
        await(path)
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(200))
            .until(
                () -> api.get(PRODUCER, PROVENANCE, path),
                answer -> answer.status() == 200 && wanted.test(answer.json()))
            .json());
  }

  private JsonNode awaitReview(String asset) {
    return await("review of " + asset)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> review(asset), review -> !review.isMissingNode());
  }

  /// The review in the contact's queue, or a missing node.
  private JsonNode review(String asset) {
    var queue =
        api.get(CONTACT, APPROVAL, "/v1/titles/demo/reviews?status=open&role=contact&limit=200")
            .expect(200)
            .json()
            .path("items");
    return StreamSupport.stream(queue.spliterator(), false)
        .filter(review -> review.at("/subject/asset/asset").asText().equals(asset))
        .findFirst()
        .orElseGet(() -> queue.path(-1));
  }
}
