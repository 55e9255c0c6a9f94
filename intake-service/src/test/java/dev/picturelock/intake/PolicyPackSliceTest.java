package dev.picturelock.intake;

import static dev.picturelock.intake.IntakeCalls.admin;
import static dev.picturelock.intake.IntakeCalls.events;
import static dev.picturelock.intake.IntakeCalls.facts;
import static dev.picturelock.intake.IntakeCalls.open;
import static dev.picturelock.intake.IntakeCalls.production;
import static dev.picturelock.intake.IntakeCalls.register;
import static dev.picturelock.intake.IntakeCalls.registered;
import static dev.picturelock.intake.IntakeCalls.registration;
import static dev.picturelock.intake.IntakeCalls.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.TitleOpened;
import dev.picturelock.contracts.event.TitlePolicyPackChanged;
import dev.picturelock.contracts.event.UseAmended;
import dev.picturelock.contracts.event.UseReported;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IntakeSlice
class PolicyPackSliceTest {
  private static final String STANDARD = "netflix-genai-2025-08@1.0.0";

  @Test
  void pinsATitleToTheNewestInstalledVersionOfTheNamedPack() {
    openUnder("pin-1", "house-rules")
        .statusCode(201)
        .body("policyPack", equalTo("house-rules@1.10.0"));
    openUnder("pin-2", "house-rules@1.9.0")
        .statusCode(201)
        .body("policyPack", equalTo("house-rules@1.9.0"));

    admin().get("/v1/titles/pin-1").then().body("policyPack", equalTo("house-rules@1.10.0"));
    assertThat(facts("pin-1", TitleOpened.class))
        .containsExactly(new TitleOpened("pin-1", "T", "house-rules@1.10.0"));
    assertThat(facts("pin-2", TitleOpened.class))
        .containsExactly(new TitleOpened("pin-2", "T", "house-rules@1.9.0"));
  }

  @Test
  void refusesAPackThatIsNotInstalledAndSaysWhichAre() {
    openUnder("pin-3", "own-rules")
        .statusCode(422)
        .body("type", equalTo("urn:picturelock:problem:unknown-reference"))
        .body("errors[0].pointer", equalTo("/policyPack"))
        .body("errors[0].value", equalTo("own-rules"))
        .body("errors[0].allowed", hasItems("house-rules", "house-rules@1.9.0", STANDARD));
    openUnder("pin-3", "house-rules@1.1.0").statusCode(422);
    openUnder("pin-3", "house rules")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/policyPack"))
        .body("errors[0].value", equalTo("house rules"));

    admin().get("/v1/titles/pin-3").then().statusCode(404);
    assertThat(events("pin-3")).isEmpty();
  }

  @Test
  void aRepeatThatNamesTheIdAloneAgreesWithEveryVersionOfIt() {
    openUnder("pin-4", "house-rules@1.0.0").statusCode(201);

    openUnder("pin-4", "house-rules")
        .statusCode(200)
        .body("policyPack", equalTo("house-rules@1.0.0"));
    openUnder("pin-4", "house-rules@1.0.0").statusCode(200);
    openUnder("pin-4", "house-rules@1.9.0")
        .statusCode(409)
        .body("errors[0].pointer", equalTo("/policyPack"))
        .body("errors[0].value", equalTo("house-rules@1.9.0"))
        .body("errors[0].allowed", hasItems("house-rules@1.0.0"));
    openUnder("pin-4", "house").statusCode(409);
    move("pin-4", "house-rules@1.9.0").statusCode(200);
    openUnder("pin-4", "house-rules@1.0.0")
        .statusCode(200)
        .body("policyPack", equalTo("house-rules@1.9.0"));
    openUnder("pin-4", "house-rules@1.9.0").statusCode(200);
    assertThat(facts("pin-4", TitleOpened.class)).hasSize(1);
  }

  @Test
  void movesATitleSoThatOnlyWhatComesLaterIsJudgedByTheNewPack() {
    open("move-1");
    register("move-1", registration("a", "v1", "")).statusCode(202);
    report("move-1", "{\"use\":\"crowd\",\"facts\":{\"mediaUse\":\"final\"}}").statusCode(202);

    var eventId =
        move("move-1", "house-rules@1.9.0")
            .statusCode(200)
            .body("title", equalTo("move-1"))
            .body("policyPack", equalTo("house-rules@1.9.0"))
            .body("changedBy", equalTo("user:admin"))
            .extract()
            .<String>path("eventId");
    register("move-1", registration("a", "v2", "")).statusCode(202);
    register("move-1", registration("a", "v1", "")).statusCode(202);
    report("move-1", "{\"use\":\"crowd\",\"facts\":{\"mediaUse\":\"temporary\"}}").statusCode(202);

    assertThat(registered("move-1", "a", "v1").policyPack()).isEqualTo(STANDARD);
    assertThat(registered("move-1", "a", "v2").policyPack()).isEqualTo("house-rules@1.9.0");
    assertThat(facts("move-1", UseReported.class))
        .singleElement()
        .satisfies(use -> assertThat(use.policyPack()).isEqualTo(STANDARD));
    assertThat(facts("move-1", UseAmended.class))
        .singleElement()
        .satisfies(use -> assertThat(use.policyPack()).isEqualTo("house-rules@1.9.0"));
    assertThat(events("move-1"))
        .filteredOn(event -> event.id().toString().equals(eventId))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.subject()).isEqualTo("title/move-1");
          assertThat(event.actor()).isEqualTo("user:admin");
          assertThat(event.fact())
              .isEqualTo(new TitlePolicyPackChanged("move-1", STANDARD, "house-rules@1.9.0"));
        });
    production("move-1")
        .get("/v1/titles/move-1")
        .then()
        .body("policyPack", equalTo("house-rules@1.9.0"))
        .body("policyPackEventId", equalTo(eventId))
        .body("eventId", not(equalTo(eventId)));
  }

  @Test
  void theSamePackAgainIsNoMove() {
    openUnder("move-2", "house-rules@1.0.0").statusCode(201);

    var first = move("move-2", "house-rules").statusCode(200).extract().<String>path("eventId");
    move("move-2", "house-rules").statusCode(200).body("eventId", equalTo(first));
    move("move-2", "house-rules@1.10.0").statusCode(200).body("eventId", equalTo(first));
    move("move-2", "house-rules@1.0.0").statusCode(200).body("eventId", not(equalTo(first)));

    assertThat(facts("move-2", TitlePolicyPackChanged.class))
        .containsExactly(
            new TitlePolicyPackChanged("move-2", "house-rules@1.0.0", "house-rules@1.10.0"),
            new TitlePolicyPackChanged("move-2", "house-rules@1.10.0", "house-rules@1.0.0"));
  }

  @Test
  void movesAtOnceFollowOneAnother() throws Exception {
    openUnder("move-4", "house-rules@1.0.0").statusCode(201);
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      var pack = "house-rules@" + PolicyPacksResource.VERSIONS.get(i % 3);
      calls.add(() -> move("move-4", pack).extract().statusCode());
    }

    try (var pool = Executors.newFixedThreadPool(6)) {
      assertThat(pool.invokeAll(calls).stream().map(Future::resultNow)).containsOnly(200);
    }

    var at = "house-rules@1.0.0";
    for (var move : facts("move-4", TitlePolicyPackChanged.class)) {
      assertThat(move.from()).isEqualTo(at);
      assertThat(move.to()).isNotEqualTo(at);
      at = move.to();
    }
    admin().get("/v1/titles/move-4").then().body("policyPack", equalTo(at));
  }

  @Test
  void whatIsUnderWayWhileATitleMovesComesBeforeTheMoveOrNamesTheNewPack() throws Exception {
    openUnder("move-5", "house-rules@1.0.0").statusCode(201);
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      var asset = registration("a" + i, "v1", "");
      var use = "{\"use\":\"u%d\",\"facts\":{\"mediaUse\":\"final\"}}".formatted(i);
      calls.add(() -> register("move-5", asset).extract().statusCode());
      calls.add(() -> report("move-5", use).extract().statusCode());
    }
    calls.add(40, () -> move("move-5", "house-rules@1.9.0").extract().statusCode() + 2);

    try (var pool = Executors.newFixedThreadPool(8)) {
      assertThat(pool.invokeAll(calls).stream().map(Future::resultNow)).containsOnly(202);
    }

    var pack = "house-rules@1.0.0";
    for (var event : events("move-5")) {
      switch (event.fact()) {
        case TitlePolicyPackChanged changed -> pack = changed.to();
        case AssetRegistered asset -> assertThat(asset.policyPack()).isEqualTo(pack);
        case UseReported use -> assertThat(use.policyPack()).isEqualTo(pack);
        default -> assertThat(event.fact()).isInstanceOf(TitleOpened.class);
      }
    }
    assertThat(pack).isEqualTo("house-rules@1.9.0");
    assertThat(events("move-5")).hasSize(82);
  }

  @Test
  void onlyAnAdministratorMovesATitleAndOnlyToWhatIsInstalled() {
    open("move-3");

    production("move-3")
        .body("{\"policyPack\":\"house-rules\"}")
        .put("/v1/titles/move-3/policy-pack")
        .then()
        .statusCode(403);
    production("move-9")
        .body("{\"policyPack\":\"house-rules\"}")
        .put("/v1/titles/move-9/policy-pack")
        .then()
        .statusCode(403);
    move("move-9", "house-rules").statusCode(404);
    move("move-3", "own-rules")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/policyPack"))
        .body("errors[0].value", equalTo("own-rules"))
        .body("errors[0].allowed", hasItems("house-rules@1.10.0"));
    admin().body("{}").put("/v1/titles/move-3/policy-pack").then().statusCode(400);
    assertThat(events("move-3")).hasSize(1);
  }

  private static ValidatableResponse openUnder(String title, String pack) {
    return admin()
        .body("{\"id\":\"" + title + "\",\"name\":\"T\",\"policyPack\":\"" + pack + "\"}")
        .post("/v1/titles")
        .then();
  }

  private static ValidatableResponse move(String title, String pack) {
    return admin()
        .body("{\"policyPack\":\"" + pack + "\"}")
        .put("/v1/titles/" + title + "/policy-pack")
        .then();
  }
}
