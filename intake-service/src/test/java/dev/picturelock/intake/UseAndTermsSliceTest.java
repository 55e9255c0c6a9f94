package dev.picturelock.intake;

import static dev.picturelock.intake.IntakeCalls.events;
import static dev.picturelock.intake.IntakeCalls.facts;
import static dev.picturelock.intake.IntakeCalls.legal;
import static dev.picturelock.intake.IntakeCalls.open;
import static dev.picturelock.intake.IntakeCalls.production;
import static dev.picturelock.intake.IntakeCalls.register;
import static dev.picturelock.intake.IntakeCalls.registered;
import static dev.picturelock.intake.IntakeCalls.registration;
import static dev.picturelock.intake.IntakeCalls.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.FactConflict;
import dev.picturelock.contracts.event.ToolTermsRecorded;
import dev.picturelock.contracts.event.UseAmended;
import dev.picturelock.contracts.event.UseRef;
import dev.picturelock.contracts.event.UseReported;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Facts over time: which version of a use and which terms hold for what is made when.
@QuarkusTest
@IntakeSlice
class UseAndTermsSliceTest {
  private static final String CROWD =
      """
      {"use":"crowd","description":"fill the stand","facts":{"mediaUse":"final","prominence":"incidental","talentUse":"none"}}\
      """;

  @Test
  void anAmendedUseIsAnotherVersionAndWhatIsRegisteredAfterItHasItsFacts() {
    open("amend");
    report("amend", CROWD).statusCode(202).body("version", equalTo(1));
    register("amend", registration("a", "v1", ",\"use\":\"crowd\"")).statusCode(202);

    report("amend", CROWD.replace("incidental", "prominent"))
        .statusCode(202)
        .body("version", equalTo(2));
    register(
            "amend",
            registration("a", "v2", ",\"use\":\"crowd\",\"facts\":{\"talentUse\":\"unsure\"}"))
        .statusCode(202);

    var before = registered("amend", "a", "v1");
    var after = registered("amend", "a", "v2");
    assertThat(before.use()).isEqualTo(new UseRef("crowd", 1));
    assertThat(before.facts())
        .containsEntry("prominence", "incidental")
        .containsEntry("talentUse", "none");
    assertThat(after.use()).isEqualTo(new UseRef("crowd", 2));
    assertThat(after.facts())
        .containsEntry("prominence", "prominent")
        .containsEntry("mediaUse", "final")
        .containsEntry("talentUse", "unsure");
    assertThat(facts("amend", UseReported.class))
        .singleElement()
        .satisfies(use -> assertThat(use.facts()).containsEntry("prominence", "incidental"));
    assertThat(facts("amend", UseAmended.class))
        .singleElement()
        .satisfies(use -> {
          assertThat(use.version()).isEqualTo(2);
          assertThat(use.description()).isEqualTo("fill the stand");
          assertThat(use.facts()).containsEntry("prominence", "prominent");
        });
  }

  @Test
  void aRepeatOfWhatWasRegisteredBeforeTheAmendmentStaysWhatItWas() {
    open("amend-2");
    report("amend-2", CROWD).statusCode(202);
    var first =
        register("amend-2", registration("a", "v1", ",\"use\":\"crowd\""))
            .statusCode(202)
            .extract()
            .<String>path("eventId");
    report("amend-2", CROWD.replace("final", "temporary")).statusCode(202);

    register("amend-2", registration("a", "v1", ",\"use\":\"crowd\""))
        .statusCode(202)
        .body("eventId", equalTo(first));

    assertThat(registered("amend-2", "a", "v1").facts()).containsEntry("mediaUse", "final");
  }

  @Test
  void everyVersionSaysWhoAnsweredAndWhen() {
    open("who");
    report("who", CROWD).statusCode(202);
    IntakeCalls.tool("who")
        .body(CROWD.replace("final", "temporary"))
        .post("/v1/titles/who/uses")
        .then()
        .statusCode(202);

    production("who")
        .get("/v1/titles/who/uses/crowd")
        .then()
        .body("versions.reportedBy", equalTo(List.of("client:demo-tool", "user:producer")))
        .body("versions[0].reportedAt", notNullValue())
        .body("versions[1].reportedAt", notNullValue());
    assertThat(events("who").stream().filter(e -> e.subject().startsWith("use/crowd/")))
        .extracting(Event::actor)
        .containsExactly("user:producer", "client:demo-tool");
  }

  @Test
  void whatIsMadeIsJudgedByTheTermsOfItsTimeHoweverLateItIsReported() {
    open("terms-1");
    legal().body("{\"name\":\"Turn\"}").put("/v1/tools/turn").then().statusCode(201);
    var old = terms("turn", "2026-01-01", "no", "yes");
    var stricter = terms("turn", "2026-06-01T12:00:00Z", "yes", "no");

    made("late", "2026-06-01T11:59:59Z");
    made("exact", "2026-06-01T12:00:00Z");
    made("after", "2026-07-01T00:00:00Z");
    made("early", "2025-12-31T00:00:00Z");

    assertThat(registered("terms-1", "late", "v1"))
        .satisfies(asset -> {
          assertThat(asset.terms())
              .isNotNull()
              .satisfies(t -> assertThat(t.terms()).isEqualTo(old));
          assertThat(asset.facts())
              .containsEntry("toolStoresOrTrains", "no")
              .containsEntry("enterpriseTool", "yes");
          assertThat(asset.conflicts()).isEmpty();
        });
    for (var name : List.of("exact", "after")) {
      assertThat(registered("terms-1", name, "v1"))
          .satisfies(asset -> {
            assertThat(asset.terms())
                .isNotNull()
                .satisfies(t -> assertThat(t.terms()).isEqualTo(stricter));
            assertThat(asset.facts())
                .containsEntry("toolStoresOrTrains", "yes")
                .containsEntry("enterpriseTool", "no");
            assertThat(asset.conflicts())
                .containsExactlyInAnyOrder(
                    new FactConflict("toolStoresOrTrains", "no", "yes", stricter),
                    new FactConflict("enterpriseTool", "yes", "no", stricter));
          });
    }
    assertThat(registered("terms-1", "early", "v1").terms()).isNull();
    assertThat(
            events("studio").stream()
                .map(Event::fact)
                .filter(ToolTermsRecorded.class::isInstance)
                .map(ToolTermsRecorded.class::cast)
                .filter(recorded -> recorded.tool().equals("turn")))
        .extracting(recorded -> recorded.terms().terms())
        .containsExactly(old, stricter);
  }

  @Test
  void newTermsHoldForAnAmendedUseAndForWhatFollowsItAndNotBackwards() {
    open("terms-2");
    legal().body("{\"name\":\"Shift\"}").put("/v1/tools/shift").then().statusCode(201);
    terms("shift", "2026-01-01", "no", "yes");
    var use =
        """
        {"use":"sky","tool":"shift","facts":{"mediaUse":"temporary","toolStoresOrTrains":"no"}}\
        """;
    report("terms-2", use).statusCode(202);
    register("terms-2", registration("a", "v1", ",\"use\":\"sky\"")).statusCode(202);

    var stricter = terms("shift", "2026-02-01", "yes", "yes");
    register("terms-2", registration("a", "v2", ",\"use\":\"sky\"")).statusCode(202);
    report("terms-2", use.replace("temporary", "final")).statusCode(202);

    assertThat(registered("terms-2", "a", "v1").conflicts()).isEmpty();
    assertThat(registered("terms-2", "a", "v2").conflicts())
        .containsExactly(new FactConflict("toolStoresOrTrains", "no", "yes", stricter));
    assertThat(facts("terms-2", UseReported.class).getFirst().conflicts()).isEmpty();
    assertThat(facts("terms-2", UseAmended.class).getFirst().conflicts())
        .containsExactly(new FactConflict("toolStoresOrTrains", "no", "yes", stricter));
  }

  private static UUID terms(String tool, String from, String stores, String covered) {
    return UUID.fromString(
        legal()
            .body(
                """
                {"effectiveFrom":"%s","storesOrTrains":"%s","enterpriseAgreement":"%s"}\
                """
                    .formatted(from, stores, covered))
            .post("/v1/tools/" + tool + "/terms")
            .then()
            .statusCode(201)
            .extract()
            .path("terms"));
  }

  /// An asset whose facts were stated under the milder terms.
  private static void made(String asset, String endedAt) {
    register(
            "terms-1",
            registration(
                asset,
                "v1",
                """
                ,"facts":{"toolStoresOrTrains":"no","enterpriseTool":"yes"},
                "generation":{"tool":"turn","endedAt":"%s"}
                """
                    .formatted(endedAt)))
        .statusCode(202);
  }
}
