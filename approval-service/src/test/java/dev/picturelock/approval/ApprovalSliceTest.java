package dev.picturelock.approval;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.picturelock.contracts.event.ActionClosed;
import dev.picturelock.contracts.event.ApprovalGranted;
import dev.picturelock.contracts.event.ApprovalRevoked;
import dev.picturelock.contracts.event.ConsentRecorded;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.ReviewOpened;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.testkit.BrokerResource;
import dev.picturelock.testkit.PostgresResource;
import dev.picturelock.testkit.SecretsResource;
import dev.picturelock.testkit.TestBroker;
import dev.picturelock.testkit.TestRecords;
import dev.picturelock.testkit.TestTokens;
import dev.picturelock.testkit.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("slice")
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "role", value = "approval"))
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SecretsResource.class)
class ApprovalSliceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Disclosures disclosures;
  private final DataSource database;

  @Inject
  ApprovalSliceTest(Disclosures disclosures, DataSource database) {
    this.disclosures = disclosures;
    this.database = database;
  }

  @Test
  void takesAnAssetFromItsClassificationToAWrittenApproval() {
    var title = "whole-way";
    var asset =
        new Classifications(title)
            .asset(
                "comp_010",
                "crowd",
                "a",
                List.of(),
                RiskTier.ESCALATE,
                "ESCALATE_TO_CONTACT",
                "LEGAL_REVIEW",
                "NOTIFY_CONTACT",
                "WRITTEN_APPROVAL");
    var review = "/v1/reviews/" + Classifications.reviewOf(asset);

    classify(asset);
    awaitStatus(title, asset, "OPEN");

    as(title, "contact")
        .get("/v1/titles/" + title + "/reviews?role=legal")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].tier", equalTo("ESCALATE"))
        .body(
            "items[0].openActions",
            contains("ESCALATE_TO_CONTACT", "LEGAL_REVIEW", "WRITTEN_APPROVAL"));
    as(title, "contact")
        .get("/v1/titles/" + title + "/reviews?role=privacy")
        .then()
        .body("items", hasSize(0));
    as(title, "contact")
        .body("{\"decision\":\"APPROVED\",\"statement\":\"fine by us\"}")
        .post(review + "/decision")
        .then()
        .statusCode(409)
        .body("details.openActions", contains("LEGAL_REVIEW"));
    as(title, "production")
        .body("{\"kind\":\"opinion\",\"reference\":\"L-12\"}")
        .post(review + "/actions/LEGAL_REVIEW/evidence")
        .then()
        .statusCode(403)
        .body("detail", containsString("legal"));
    as(title, "legal")
        .body("{\"kind\":\"opinion\",\"reference\":\"L-12\"}")
        .post(review + "/actions/LEGAL_REVIEW/evidence")
        .then()
        .statusCode(200)
        .body("state", equalTo("CLOSED"))
        .body("reasonCode", equalTo("SATISFIED"))
        .body("openActions", contains("ESCALATE_TO_CONTACT", "WRITTEN_APPROVAL"))
        .body("eventId", notNullValue());
    var eventId =
        as(title, "contact")
            .body("{\"decision\":\"APPROVED\",\"statement\":\"fine by us\"}")
            .post(review + "/decision")
            .then()
            .statusCode(200)
            .body("status", equalTo("APPROVED"))
            .body("openActions", hasSize(0))
            .extract()
            .<String>path("eventId");

    as(title, "contact")
        .body("{\"decision\":\"REFUSED\",\"statement\":\"on second thoughts\"}")
        .post(review + "/decision")
        .then()
        .statusCode(409);
    as(title, "auditor")
        .get(review)
        .then()
        .statusCode(200)
        .body("status", equalTo("APPROVED"))
        .body("facts.mediaUse", equalTo("final"))
        .body("rules[0].reason", equalTo("meant for the screen"))
        .body("actions.find { it.action == 'NOTIFY_CONTACT' }.state", equalTo("CLOSED"))
        .body("decision.scope", equalTo("asset-version"))
        .body("decision.by", equalTo("user:contact"))
        .body(
            "history.type",
            contains(
                "picturelock.review.opened.v1",
                "picturelock.action.closed.v1",
                "picturelock.approval.granted.v1",
                "picturelock.action.closed.v1",
                "picturelock.action.closed.v1"));
    var said = awaitEvents(title, 5);
    assertThat(said.get(0).fact())
        .isInstanceOfSatisfying(
            ReviewOpened.class,
            opened ->
                assertThat(opened.openActions())
                    .containsExactly("ESCALATE_TO_CONTACT", "LEGAL_REVIEW", "WRITTEN_APPROVAL"));
    assertThat(said.get(0).causationId()).isEqualTo(asset.id());
    assertThat(said.get(0).time()).isEqualTo(asset.time());
    assertThat(said.get(1).fact()).isInstanceOf(ActionClosed.class);
    assertThat(said.get(2).id()).hasToString(eventId);
    assertThat(said.get(2).fact())
        .isInstanceOfSatisfying(
            ApprovalGranted.class,
            granted -> assertThat(granted.scope()).isEqualTo("asset-version"));
  }

  @Test
  void aRedeliveryChangesNothing() {
    var title = "again";
    var cases = new Classifications(title);
    var first = cases.asset("one", "crowd", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL");
    var marker = cases.asset("two", "crowd", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL");
    classify(first);
    awaitStatus(title, first, "OPEN");
    decide(title, first, "REFUSED", "").statusCode(200);

    classify(first, first);
    classify(marker);

    awaitStatus(title, marker, "OPEN");
    awaitStatus(title, first, "REFUSED");
    assertThat(awaitEvents(title, 3)).hasSize(3);
  }

  @Test
  void poisonGoesToTheDeadLettersAndTheOthersGoOn() {
    var title = "poison";
    var cases = new Classifications(title);
    var odd = cases.asset("odd", "crowd", "a", List.of(), RiskTier.CAUTION, "ASK_THE_ORACLE");
    var good = cases.asset("good", "crowd", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL");

    TestRecords.send(
        Topic.CLASSIFICATION.topicName(),
        title,
        List.of(
            "not an event".getBytes(StandardCharsets.UTF_8),
            EventCodec.encode(odd),
            EventCodec.encode(good)));

    awaitStatus(title, good, "OPEN");
    assertThat(deadLetters(title))
        .hasSize(2)
        .anySatisfy(reason -> assertThat(reason).contains("ASK_THE_ORACLE"));
  }

  @Test
  void anApprovedUseCoversItsAssetsUntilItIsRevoked() {
    var title = "cover";
    var cases = new Classifications(title);
    var use = cases.use("crowd", 1, "a", RiskTier.CAUTION, "WRITTEN_APPROVAL");
    var before =
        cases.asset("before", "crowd", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL");
    var other = cases.asset("other", "crowd", "c", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL");
    var after = cases.asset("after", "crowd", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL");
    classify(use, before, other);
    awaitStatus(title, other, "OPEN");

    var approval =
        decide(title, use, "APPROVED", ",\"scope\":\"use\"")
            .statusCode(200)
            .extract()
            .<String>path("approval");
    classify(after);

    awaitStatus(title, after, "COVERED");
    awaitStatus(title, before, "COVERED");
    awaitStatus(title, other, "OPEN");
    as(title, "production")
        .body("{\"reason\":\"no\"}")
        .post("/v1/approvals/" + approval + "/revocation")
        .then()
        .statusCode(403);
    as(title, "legal")
        .body("{\"reason\":\"rights were withdrawn\"}")
        .post("/v1/approvals/" + approval + "/revocation")
        .then()
        .statusCode(200)
        .body("eventId", notNullValue());
    awaitStatus(title, use, "REVOKED");
    awaitStatus(title, after, "OPEN");
    awaitStatus(title, before, "OPEN");
    as(title, "legal")
        .body("{\"reason\":\"again\"}")
        .post("/v1/approvals/" + approval + "/revocation")
        .then()
        .statusCode(409);
    assertThat(
            awaitEvents(title, 8).stream()
                .map(Event::fact)
                .filter(ApprovalRevoked.class::isInstance))
        .hasSize(1);
  }

  @Test
  void aConsentClosesItsActionAndItsRevocationOpensEverythingAgain() {
    var title = "consent";
    var kim = disclosures.pseudonym(title, "performer:kim");
    var asset =
        new Classifications(title)
            .asset(
                "voice",
                "re-voice",
                "a",
                List.of(kim),
                RiskTier.ESCALATE,
                "CONSENT_REPLICA_USE",
                "WRITTEN_APPROVAL");
    var evidence =
        "/v1/reviews/" + Classifications.reviewOf(asset) + "/actions/CONSENT_REPLICA_USE/evidence";
    classify(asset);
    awaitStatus(title, asset, "OPEN");

    var verbal = record(title, "performer:kim", "verbal");
    var signed = record(title, "performer:kim", "separate_signed");

    as(title, "legal")
        .body("{\"kind\":\"release\",\"reference\":\"somewhere\"}")
        .post(evidence)
        .then()
        .statusCode(400);
    as(title, "legal")
        .body("{\"consent\":\"" + new UUID(1, 1) + "\"}")
        .post(evidence)
        .then()
        .statusCode(422);
    as(title, "legal")
        .body("{\"consent\":\"" + verbal + "\"}")
        .post(evidence)
        .then()
        .statusCode(200)
        .body("state", equalTo("OPEN"))
        .body("reasonCode", equalTo("NOT_DOCUMENTED"))
        .body("eventId", nullValue());
    as(title, "legal")
        .body("{\"consents\":[\"" + verbal + "\",\"" + signed + "\"]}")
        .post(evidence)
        .then()
        .statusCode(200)
        .body("state", equalTo("CLOSED"))
        .body("reasonCode", equalTo("SATISFIED"));
    decide(title, asset, "APPROVED", "").statusCode(200);
    as(title, "legal")
        .body("{\"reason\":\"kim withdrew\"}")
        .post("/v1/consents/" + signed + "/revocation")
        .then()
        .statusCode(200);

    as(title, "auditor")
        .get("/v1/reviews/" + Classifications.reviewOf(asset))
        .then()
        .body("status", equalTo("OPEN"))
        .body("openActions", contains("CONSENT_REPLICA_USE", "WRITTEN_APPROVAL"))
        .body("history.type", hasItem("picturelock.approval.revoked.v1"));
    as(title, "legal")
        .body("{\"consent\":\"" + signed + "\"}")
        .post(evidence)
        .then()
        .body("reasonCode", equalTo("SATISFIED_AT_TIME_OF_USE"));
  }

  @Test
  void namesOfPeopleNeverLeaveInTheClear() {
    var title = "names";

    record(title, "performer:zebedee", "separate_signed");

    as(title, "auditor")
        .get("/v1/titles/" + title + "/consents")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].person", equalTo(disclosures.pseudonym(title, "performer:zebedee")));
    var events = awaitEvents(title, 1);
    assertThat(events.getFirst().fact())
        .isInstanceOfSatisfying(
            ConsentRecorded.class,
            recorded -> {
              assertThat(recorded.person())
                  .isEqualTo(disclosures.pseudonym(title, "performer:zebedee"));
              assertThat(recorded.sd()).hasSize(3).isSorted();
            });
    assertThat(new String(EventCodec.encode(events.getFirst()), StandardCharsets.UTF_8))
        .doesNotContain("zebedee")
        .doesNotContain("Zebedee Quill");
    var prefix = events.getFirst().id() + "/";
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(TestBroker.records(Topic.DISCLOSURE.topicName()))
                .filteredOn(record -> record.key().startsWith(prefix))
                .hasSize(3));
  }

  @Test
  void aTitleIsAWall() {
    var title = "walled";
    var asset =
        new Classifications(title)
            .asset("a", "u", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL");
    var review = "/v1/reviews/" + Classifications.reviewOf(asset);
    classify(asset);
    awaitStatus(title, asset, "OPEN");
    var unknown =
        as("elsewhere", "contact").get("/v1/reviews/" + new UUID(2, 2)).then().statusCode(404);

    as("elsewhere", "contact").get(review).then().statusCode(404);
    as("elsewhere", "contact")
        .body("{\"decision\":\"APPROVED\",\"statement\":\"mine\"}")
        .post(review + "/decision")
        .then()
        .statusCode(404);
    as("elsewhere", "legal")
        .body("{\"kind\":\"k\",\"reference\":\"r\"}")
        .post(review + "/actions/WRITTEN_APPROVAL/evidence")
        .then()
        .statusCode(404);
    as("elsewhere", "contact").get("/v1/titles/" + title + "/reviews").then().statusCode(403);
    as("elsewhere", "contact").get("/v1/titles/" + title + "/consents").then().statusCode(403);
    given().get(review).then().statusCode(401);
    unknown.body("type", equalTo("urn:picturelock:problem:not-found"));
  }

  @Test
  void badInputIsAnsweredWithWhatIsWrong() {
    var title = "bad-input";
    var asset =
        new Classifications(title)
            .asset("a", "u", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL");
    classify(asset);
    awaitStatus(title, asset, "OPEN");
    var review = "/v1/reviews/" + Classifications.reviewOf(asset);

    as(title, "contact")
        .body("{\"decision\":\"APPROVED\",\"statement\":\"  \"}")
        .post(review + "/decision")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/statement"));
    as(title, "contact")
        .body("{\"decision\":\"MAYBE\",\"statement\":\"x\"}")
        .post(review + "/decision")
        .then()
        .statusCode(400)
        .body("errors[0].allowed", hasItem("REFUSED"));
    as(title, "contact")
        .body("{\"decision\":\"REFUSED\",\"statement\":\"x\",\"colour\":\"red\"}")
        .post(review + "/decision")
        .then()
        .statusCode(400);
    as(title, "contact").get("/v1/titles/" + title + "/reviews?status=odd").then().statusCode(400);
    as(title, "contact").get("/v1/titles/" + title + "/reviews?limit=0").then().statusCode(400);
    as(title, "contact").get("/v1/titles/" + title + "/reviews?cursor=%").then().statusCode(400);
    as(title, "contact").get("/v1/reviews/nonsense").then().statusCode(404);
    as(title, "legal")
        .body("{\"kind\":\"k\",\"reference\":\"r\"}")
        .post(review + "/actions/LEGAL_REVIEW/evidence")
        .then()
        .statusCode(404);
    as(title, "legal")
        .body("{\"type\":\"CONSENT_REPLICA_USE\",\"person\":\"p\",\"signer\":\"p\"}")
        .post("/v1/titles/" + title + "/consents")
        .then()
        .statusCode(400);
  }

  @Test
  void nobodyDecidesAnOwnRequest() {
    var title = "own";
    var use = new Classifications(title).use("u", 1, "a", RiskTier.CAUTION, "WRITTEN_APPROVAL");
    classify(use);
    awaitStatus(title, use, "OPEN");

    given()
        .auth()
        .oauth2(TestTokens.user("producer").title(title, "contact").token())
        .contentType("application/json")
        .body("{\"decision\":\"APPROVED\",\"statement\":\"my own\"}")
        .post("/v1/reviews/" + Classifications.reviewOf(use) + "/decision")
        .then()
        .statusCode(403)
        .body("details.reasonCode", equalTo("SELF_APPROVED"));
  }

  @Test
  void aNewVersionOfAUseTakesThePlaceOfTheOpenReview() {
    var title = "newer";
    var cases = new Classifications(title);
    var first = cases.use("u", 1, "a", RiskTier.CAUTION, "WRITTEN_APPROVAL");
    var second = cases.use("u", 2, "a", RiskTier.CAUTION, "WRITTEN_APPROVAL");

    classify(first, second);

    awaitStatus(title, second, "OPEN");
    awaitStatus(title, first, "SUPERSEDED");
  }

  @Test
  void listsAPageAtATimeWithoutGapOrRepeat() {
    var title = "pages";
    var cases = new Classifications(title);
    var last = cases.asset("a3", "u", "a", List.of(), RiskTier.ESCALATE, "WRITTEN_APPROVAL");
    classify(
        cases.asset("a1", "u", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL"),
        cases.asset("a2", "u", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL"),
        last);
    awaitStatus(title, last, "OPEN");
    var page = "/v1/titles/" + title + "/reviews?limit=2";

    var first = as(title, "contact").get(page).then().body("items", hasSize(2)).extract();
    var second =
        as(title, "contact")
            .queryParam("cursor", first.<String>path("next"))
            .get(page)
            .then()
            .body("items", hasSize(1))
            .body("next", nullValue())
            .extract();

    assertThat(first.<List<String>>path("items.review"))
        .doesNotContainAnyElementsOf(second.<List<String>>path("items.review"));
    as(title, "contact")
        .get("/v1/titles/" + title + "/reviews?tier=ESCALATE&status=OPEN&role=contact")
        .then()
        .body("items.subject.asset.asset", contains("a3"));
  }

  @Test
  void anApprovalOnConditionWaitsForItsConfirmation() {
    var title = "condition";
    var asset =
        new Classifications(title)
            .asset("a", "u", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL");
    var review = "/v1/reviews/" + Classifications.reviewOf(asset);
    classify(asset);
    awaitStatus(title, asset, "OPEN");

    decide(title, asset, "APPROVED", ",\"conditions\":[\"blur the sign\"]")
        .statusCode(200)
        .body("openActions", contains("WRITTEN_APPROVAL"))
        .body("decision.conditionsMet", equalTo(false));
    as(title, "contact")
        .body("{\"kind\":\"confirmation\",\"reference\":\"mail of today\"}")
        .post(review + "/actions/WRITTEN_APPROVAL/evidence")
        .then()
        .statusCode(200)
        .body("state", equalTo("CLOSED"));

    as(title, "auditor")
        .get(review)
        .then()
        .body("decision.conditionsMet", equalTo(true))
        .body("openActions", not(hasItem("WRITTEN_APPROVAL")));
  }

  private static String record(String title, String person, String form) {
    return as(title, "legal")
        .body(
            """
            {"type":"CONSENT_REPLICA_USE","person":"%s","signer":"%s","signerRole":"performer",
             "form":"%s","uses":["104_065"],"useDescription":"three new lines in the harbour scene",
             "validFrom":"2026-01-01","validTo":"2027-01-01","legalName":"Zebedee Quill"}
            """
                .formatted(person, person, form))
        .post("/v1/titles/" + title + "/consents")
        .then()
        .statusCode(201)
        .body("eventId", notNullValue())
        .extract()
        .path("consent");
  }

  private static ValidatableResponse decide(
      String title, Event classified, String decision, String more) {
    return as(title, "contact")
        .body("{\"decision\":\"" + decision + "\",\"statement\":\"as discussed\"" + more + "}")
        .post("/v1/reviews/" + Classifications.reviewOf(classified) + "/decision")
        .then();
  }

  private static void classify(Event... events) {
    TestRecords.send(
        Topic.CLASSIFICATION.topicName(),
        events[0].titleId(),
        Arrays.stream(events).map(EventCodec::encode).toList());
  }

  private static void awaitStatus(String title, Event classified, String status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            as(title, "auditor")
                .get("/v1/reviews/" + Classifications.reviewOf(classified))
                .then()
                .statusCode(200)
                .body("status", equalTo(status)));
  }

  private static List<Event> awaitEvents(String title, int atLeast) {
    return await().atMost(PATIENCE).until(() -> events(title), events -> events.size() >= atLeast);
  }

  private static List<Event> events(String title) {
    return TestBroker.records(Topic.APPROVAL.topicName()).stream()
        .filter(record -> title.equals(record.key()))
        .map(record -> EventCodec.decode(record.value()))
        .toList();
  }

  private List<String> deadLetters(String title) {
    var reasons = new ArrayList<String>();
    try (var connection = database.getConnection();
        var query = connection.prepareStatement("SELECT reason FROM dead_letter WHERE key = ?")) {
      query.setString(1, title);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          reasons.add(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return reasons;
  }

  private static RequestSpecification as(String title, String role) {
    return given()
        .auth()
        .oauth2(TestTokens.user(role).title(title, role).token())
        .contentType("application/json");
  }
}
