package dev.picturelock.approval;

import static dev.picturelock.approval.Outside.as;
import static dev.picturelock.approval.Outside.awaitStatus;
import static dev.picturelock.approval.Outside.classify;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ApprovalSlice
class FrontDoorSliceTest {
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
}
