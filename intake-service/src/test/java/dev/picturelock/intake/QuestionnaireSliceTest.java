package dev.picturelock.intake;

import static dev.picturelock.intake.IntakeCalls.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;

import dev.picturelock.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IntakeSlice
class QuestionnaireSliceTest {
  @Test
  void servesTheQuestionsToEveryAccountAndToNobodyElse() {
    given().get("/v1/questionnaire").then().statusCode(401);

    as(TestTokens.user("anyone"))
        .get("/v1/questionnaire")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("blocks.number", equalTo(IntStream.rangeClosed(1, 12).boxed().toList()))
        .body(
            "blocks.questions.flatten().sets.flatten()",
            hasItems("mediaUse", "inputKinds", "stages"))
        .body(
            "blocks[2].questions[0].skipWhen[0]",
            equalTo(Map.of("fact", "mediaUse", "in", List.of("ideation", "temporary"))))
        .body("blocks[3].questions.impliedWhenSkipped", hasItem("yes"))
        .body("blocks[11].questions[1].repeats", hasItem("input-kinds"));
  }

  @Test
  void isNotSentAgainToWhoHasIt() {
    var tag =
        as(TestTokens.user("anyone"))
            .get("/v1/questionnaire")
            .then()
            .header("ETag", matchesPattern("\"[0-9a-f]{64}\""))
            .header("Cache-Control", containsString("private"))
            .header("Cache-Control", containsString("max-age=300"))
            .extract()
            .header("ETag");

    as(TestTokens.user("anyone"))
        .header("If-None-Match", tag)
        .get("/v1/questionnaire")
        .then()
        .statusCode(304)
        .header("ETag", equalTo(tag))
        .body(emptyString());
    as(TestTokens.user("anyone"))
        .header("If-None-Match", "\"another\"")
        .get("/v1/questionnaire")
        .then()
        .statusCode(200);
  }
}
