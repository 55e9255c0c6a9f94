package dev.picturelock.provenance;

import static dev.picturelock.provenance.ErasureApi.as;
import static dev.picturelock.provenance.ErasureApi.erase;
import static dev.picturelock.provenance.ErasureApi.event;
import static dev.picturelock.provenance.ErasureApi.path;
import static dev.picturelock.provenance.ErasureApi.person;
import static dev.picturelock.provenance.LedgerApi.checkpoint;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.time.Ids;
import dev.picturelock.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who may ask for an erasure, what can be asked, and what is answered.
@QuarkusTest
@ProvenanceSlice
class ErasureRequestsSliceTest {
  private static final String KIM = "performer:kim";

  private final Disclosures disclosures;
  private final PlantedValues values;
  private final Ids ids;

  @Inject
  ErasureRequestsSliceTest(Disclosures disclosures, PlantedValues values, Ids ids) {
    this.disclosures = disclosures;
    this.values = values;
    this.ids = ids;
  }

  @Test
  void onlyPrivacyMayErase() {
    values.plant("e1", "comp", disclosures.disclose("talent", KIM));
    var person = person(KIM, "OBJECTION");

    given().contentType("application/json").body(person).post(path("e1")).then().statusCode(401);
    for (var role :
        List.of(
            "tool", "production", "contact", "legal", "labour-relations", "clearance", "auditor")) {
      erase(as(role, "e1"), "e1", person).statusCode(403);
    }
    erase(as(TestTokens.user("root").realmRole("admin")), "e1", person).statusCode(403);
    for (var title : List.of("e1", "never-opened")) {
      erase(as("privacy", "elsewhere"), title, person)
          .statusCode(403)
          .body("detail", containsString("no role in title '" + title + "'"));
    }
    erase(as("privacy", "never-opened"), "never-opened", person).statusCode(404);

    assertThat(values.rows("e1")).hasSize(1);
    erase(as("privacy", "e1"), "e1", person).statusCode(200).body("count", equalTo(1));
  }

  @Test
  void whatCannotBeMeantIsRefusedWithoutErasingAnything() {
    values.plant("e2", "comp", disclosures.disclose("talent", KIM));

    for (var body :
        List.of(
            "{}",
            "{\"ground\": \"OBJECTION\"}",
            "{\"person\": \"" + KIM + "\"}",
            "{\"person\": \"" + KIM + "\", \"ground\": \"BECAUSE\"}",
            "{\"person\": \" \", \"ground\": \"OBJECTION\"}",
            "{\"person\": \"" + KIM + "\", \"names\": [\"talent\"], \"ground\": \"OBJECTION\"}",
            "{\"person\": \"x\", \"event\": \"" + ids.fresh() + "\", \"ground\": \"OBJECTION\"}",
            "{\"event\": \"x\", \"ground\": \"OBJECTION\"}",
            "{\"person\": \"" + KIM + "\", \"ground\": \"OBJECTION\", \"reason\": \"Kim said\"}")) {
      erase(as("privacy", "e2"), "e2", body).statusCode(400);
    }

    assertThat(values.rows("e2")).hasSize(1);
  }

  @Test
  void noBodyIsABadRequest() {
    values.plant("e15", "comp", disclosures.disclose("talent", KIM));

    var token = TestTokens.user("pat").title("e15", "privacy").token();

    assertThat(LedgerApi.statusOfNothingPosted(path("e15"), token)).isEqualTo(400);
    as("privacy", "e15").contentType("application/json").post(path("e15")).then().statusCode(400);
    erase(as("privacy", "e15"), "e15", "null").statusCode(400);
    erase(as("privacy", "e15"), "e15", "{}").statusCode(400);
  }

  @Test
  void aRepeatAndAnUnknownPersonFindNothingAndSayNothing() {
    values.plant("e4", "comp", disclosures.disclose("talent", KIM));
    erase(as("privacy", "e4"), "e4", person(KIM, "OBJECTION")).body("count", equalTo(1));
    var size = checkpoint("e4").checkpoint().size();

    for (var body :
        List.of(
            person(KIM, "OBJECTION"),
            person("performer:nobody", "OBJECTION"),
            event(ids.fresh(), "OBJECTION"))) {
      erase(as("privacy", "e4"), "e4", body)
          .statusCode(200)
          .body("eventId", nullValue())
          .body("eventIds", hasSize(0))
          .body("count", equalTo(0))
          .body("erased", hasSize(0));
    }

    assertThat(checkpoint("e4").checkpoint().size()).isEqualTo(size);
  }
}
