package dev.picturelock.approval;

import static dev.picturelock.approval.Outside.as;
import static dev.picturelock.approval.Outside.awaitEvents;
import static dev.picturelock.approval.Outside.awaitStatus;
import static dev.picturelock.approval.Outside.classify;
import static dev.picturelock.approval.Outside.decide;
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

import dev.picturelock.contracts.event.ActionClosed;
import dev.picturelock.contracts.event.ApprovalGranted;
import dev.picturelock.contracts.event.ApprovalRevoked;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.ReviewOpened;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ApprovalSlice
class ApprovalSliceTest {
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
                "picturelock.action.closed.v1",
                "picturelock.action.closed.v1",
                "picturelock.approval.granted.v1"));
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
    assertThat(said.get(4).id()).hasToString(eventId);
    assertThat(said.get(4).fact())
        .isInstanceOfSatisfying(
            ApprovalGranted.class,
            granted -> assertThat(granted.scope()).isEqualTo("asset-version"));
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
    await()
        .atMost(Outside.PATIENCE)
        .untilAsserted(() ->
            assertThat(Outside.events(title))
                .extracting(Event::fact)
                .filteredOn(ApprovalRevoked.class::isInstance)
                .hasSize(1));
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

  @Test
  void whoRequestedAUseDoesNotConfirmTheConditionsOfItsApproval() {
    var title = "own-condition";
    var use = new Classifications(title).use("u", 1, "a", RiskTier.CAUTION, "WRITTEN_APPROVAL");
    var review = "/v1/reviews/" + Classifications.reviewOf(use);
    var confirmation = "{\"kind\":\"confirmation\",\"reference\":\"mail of today\"}";
    classify(use);
    awaitStatus(title, use, "OPEN");
    decide(title, use, "APPROVED", ",\"conditions\":[\"blur the sign\"]").statusCode(200);

    given()
        .auth()
        .oauth2(TestTokens.user("producer").title(title, "contact").token())
        .contentType("application/json")
        .body(confirmation)
        .post(review + "/actions/WRITTEN_APPROVAL/evidence")
        .then()
        .statusCode(403)
        .body("details.reasonCode", equalTo("SELF_APPROVED"));

    as(title, "auditor").get(review).then().body("decision.conditionsMet", equalTo(false));
    as(title, "contact")
        .body(confirmation)
        .post(review + "/actions/WRITTEN_APPROVAL/evidence")
        .then()
        .statusCode(200);
    as(title, "auditor").get(review).then().body("decision.conditionsMet", equalTo(true));
  }
}
