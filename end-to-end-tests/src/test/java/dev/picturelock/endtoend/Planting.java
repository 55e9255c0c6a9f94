package dev.picturelock.endtoend;

import static dev.picturelock.endtoend.Account.CONTACT;
import static dev.picturelock.endtoend.Account.DEMO_TOOL;
import static dev.picturelock.endtoend.Account.LEGAL;
import static dev.picturelock.endtoend.Account.PRODUCER;
import static dev.picturelock.endtoend.Service.APPROVAL;
import static dev.picturelock.endtoend.Service.CLASSIFIER;
import static dev.picturelock.endtoend.Service.INTAKE;
import static dev.picturelock.endtoend.Service.PROVENANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// The whole way from a tool's terms to a cut, with a marked value in every field that takes words.
///
/// In the bodies `<kind>` stands for the marked value of that kind.
final class Planting {

  private static final Pattern PLACE = Pattern.compile("<([a-z]+)>");
  private static final String TITLE = "/v1/titles/demo";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Api api;
  private final Ledger ledger;
  private final Marker marker;

  Planting(Api api, Marker marker) {
    this.api = api;
    this.ledger = new Ledger(api, Demo.TITLE);
    this.marker = marker;
  }

  /// Returns once all of it is in the ledger and was asked for.
  void walk() {
    var consent = plant().consent();
    refuse();
    var review = awaitReview();
    decide(review, consent);
    var cut = importCut();
    ask(cut);
    takeBack(consent);
  }

  /// What was planted in values that are kept out of events.
  ///
  /// - **assets** the registrations, **guardians** the consent that a guardian signed
  record Planted(List<String> assets, String guardians, String consent) {}

  /// Consents and registrations only; returns once they are in the ledger.
  Planted plant() {
    var _ = new Demo(api).prepare();
    post(LEGAL, INTAKE, "/v1/tools/comfyui/terms", PlantedBodies.TERMS).expectSuccess();
    post(PRODUCER, INTAKE, TITLE + "/uses", PlantedBodies.USE).expect(202);
    var guardians =
        post(LEGAL, APPROVAL, TITLE + "/consents", PlantedBodies.GUARDIANS_CONSENT).expect(201);
    var performers =
        post(LEGAL, APPROVAL, TITLE + "/consents", PlantedBodies.PERFORMERS_CONSENT).expect(201);
    return new Planted(register(), guardians.eventId(), performers.json().path("consent").asText());
  }

  /// What lineage tells somebody who may know.
  String lineage() {
    return api.get(LEGAL, PROVENANCE, plant(TITLE + "/assets/<asset>/versions/v001/lineage"))
        .expect(200)
        .text();
  }

  /// By every way there is.
  private List<String> register() {
    var assets = TITLE + "/assets";
    var first =
        post(DEMO_TOOL, INTAKE, assets, PlantedBodies.registration("asset", "name")).expect(202);
    var batch = "[" + PlantedBodies.registration("secondasset", "cutname") + "]";
    var second = post(DEMO_TOOL, INTAKE, assets + "/batch", batch).expect(200);
    var line = plant(PlantedBodies.registration("thirdasset", "name").replace("\n", " "));
    var last =
        api.post(DEMO_TOOL, INTAKE, assets + "/batch", "application/x-ndjson", line).expect(200);
    var events = List.of(first.eventId(), eventOf(second), eventOf(last));
    events.forEach(ledger::event);
    return events;
  }

  private static String eventOf(Answer batch) {
    return batch.json().at("/items/0/eventId").asText();
  }

  /// What is refused must not be kept either, nor told in a log.
  private void refuse() {
    var assets = TITLE + "/assets";
    var other = PlantedBodies.registration("asset", "othername");
    post(DEMO_TOOL, INTAKE, assets, other).expect(409);
    var wrong = PlantedBodies.registration("fourthasset", "name");
    post(DEMO_TOOL, INTAKE, assets, wrong.replace("generated", "<wrongword>")).expect(400);
    post(DEMO_TOOL, INTAKE, assets, wrong.substring(0, wrong.length() - 2)).expect(400);
    post(DEMO_TOOL, INTAKE, assets, wrong.replace("\"prompt\"", "\"<wrongfield>\"")).expect(400);
    post(DEMO_TOOL, INTAKE, assets, wrong.replace("comfyui", "no-tool")).expect(422);
    post(DEMO_TOOL, INTAKE, assets + "/batch", "[" + wrong.replace(".mov", "\\u0000") + "]");
    var facts = "{\"facts\": {\"talentUse\": \"<wrongword>\", \"<wrongfield>\": \"yes\"}}";
    post(PRODUCER, CLASSIFIER, Target.PREVIEW, facts).expect(400);
    var consent = PlantedBodies.GUARDIANS_CONSENT.replace("2026-01-01", "<wrongword>");
    post(LEGAL, APPROVAL, TITLE + "/consents", consent).expect(400);
  }

  private String awaitReview() {
    var queue = TITLE + "/reviews?status=open&role=contact&limit=200";
    return await("the review of what was planted")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                Pages.all(api, CONTACT, APPROVAL, queue).stream()
                    .filter(review ->
                        review.at("/subject/asset/asset").asText().equals(plant("<asset>")))
                    .map(review -> "/v1/reviews/" + review.path("review").asText())
                    .findFirst()
                    .orElse(""),
            review -> !review.isEmpty());
  }

  private void decide(String review, String consent) {
    var evidence = PlantedBodies.EVIDENCE_OF_CONSENT.formatted(consent);
    var create = review + "/actions/CONSENT_REPLICA_CREATE/evidence";
    post(LEGAL, APPROVAL, create, evidence).expect(200);
    var flag = review + "/actions/FLAG_EARLY/evidence";
    post(PRODUCER, APPROVAL, flag, PlantedBodies.EVIDENCE).expect(200);
    post(CONTACT, APPROVAL, review + "/decision", PlantedBodies.QUESTION).expect(200);
    var refused = post(CONTACT, APPROVAL, review + "/decision", PlantedBodies.REFUSAL).expect(200);
    var _ = ledger.event(refused.eventId());
  }

  /// The address of the cut.
  private String importCut() {
    var path = plant(TITLE + "/cuts?format=otio&name=<cut>");
    var file = plant(PlantedBodies.CUT);
    var imported =
        api.post(PRODUCER, PROVENANCE, path, "application/octet-stream", file).expect(201).json();
    return TITLE + "/cuts/" + imported.path("cut").asText();
  }

  /// Whoever may know is told; what is asked for must not be kept.
  private void ask(String cut) {
    for (var path :
        List.of(
            cut + "/elements",
            cut + "/elements/0/lineage",
            cut + "/clearance",
            TITLE + "/assets?q=<name>",
            TITLE + "/assets?tool=<wrongword>",
            TITLE + "/assets/<asset>/versions/v001",
            TITLE + "/impact?person=<talent>",
            TITLE + "/consents")) {
      var service = path.endsWith("/consents") ? APPROVAL : PROVENANCE;
      assertThat(api.get(LEGAL, service, plant(path)).status()).describedAs(path).isLessThan(500);
    }
  }

  private void takeBack(String consent) {
    var revocation = "/v1/consents/" + consent + "/revocation";
    var revoked = post(LEGAL, APPROVAL, revocation, PlantedBodies.REASON).expect(200);
    var withdrawal = plant(TITLE + "/assets/<thirdasset>/versions/v001/withdrawal");
    var withdrawn = post(PRODUCER, INTAKE, withdrawal, PlantedBodies.REASON).expect(202);
    var _ = ledger.event(revoked.eventId());
    var _ = ledger.event(withdrawn.eventId());
  }

  private Answer post(Account who, Service service, String path, String body) {
    return api.post(who, service, path, plant(body));
  }

  private String plant(String text) {
    return PLACE.matcher(text).replaceAll(kind -> marker.of(kind.group(1)));
  }
}
