package dev.picturelock.approval;

import static dev.picturelock.approval.Outside.as;
import static dev.picturelock.approval.Outside.awaitEvents;
import static dev.picturelock.approval.Outside.awaitStatus;
import static dev.picturelock.approval.Outside.classify;
import static dev.picturelock.approval.Outside.decide;
import static dev.picturelock.approval.Outside.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.picturelock.contracts.event.ConsentRecorded;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.disclosure.SealedDisclosure;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.testkit.TestBroker;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ApprovalSlice
class ConsentSliceTest {
  private final Disclosures disclosures;

  @Inject
  ConsentSliceTest(Disclosures disclosures) {
    this.disclosures = disclosures;
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
  void anApprovedUseDoesNotCoverAPerformerWhoNeverConsented() {
    var title = "other-performer";
    var cases = new Classifications(title);
    var use = cases.use("re-voice", 1, "a", RiskTier.ESCALATE, "CONSENT_REPLICA_USE");
    classify(use);
    awaitStatus(title, use, "OPEN");
    as(title, "legal")
        .body("{\"consent\":\"" + record(title, "performer:kim", "separate_signed") + "\"}")
        .post(
            "/v1/reviews/"
                + Classifications.reviewOf(use)
                + "/actions/CONSENT_REPLICA_USE/evidence")
        .then()
        .body("state", equalTo("CLOSED"));
    decide(title, use, "APPROVED", "").statusCode(200).body("decision.scope", equalTo("use"));

    var kim = voiceOf(cases, "kim");
    var lee = voiceOf(cases, "lee");
    classify(kim, lee);

    awaitStatus(title, kim, "COVERED");
    awaitStatus(title, lee, "OPEN");
  }

  @Test
  void aRevokedConsentAlsoOpensWhatTheApprovalThatLeanedOnItCovered() {
    var title = "shared-consent";
    var cases = new Classifications(title);
    var kim = List.of(disclosures.pseudonym(title, "performer:kim"));
    var use = cases.use("re-voice", 1, "a", RiskTier.ESCALATE, "CONSENT_REPLICA_USE");
    // Several, so that some stand before and some behind the review of the use.
    var voices =
        Stream.of("voice-1", "voice-2", "voice-3", "voice-4", "voice-5")
            .map(voice ->
                cases.asset(voice, "re-voice", "a", kim, RiskTier.ESCALATE, "CONSENT_REPLICA_USE"))
            .toList();
    var all = Stream.concat(Stream.of(use), voices.stream()).toList();
    classify(all.toArray(Event[]::new));
    all.forEach(one -> awaitStatus(title, one, "OPEN"));
    var consent = record(title, "performer:kim", "separate_signed");
    all.forEach(one ->
        as(title, "legal")
            .body("{\"consent\":\"" + consent + "\"}")
            .post(
                "/v1/reviews/"
                    + Classifications.reviewOf(one)
                    + "/actions/CONSENT_REPLICA_USE/evidence")
            .then()
            .body("state", equalTo("CLOSED")));
    decide(title, use, "APPROVED", ",\"scope\":\"use\"").statusCode(200);
    voices.forEach(voice -> awaitStatus(title, voice, "COVERED"));

    as(title, "legal")
        .body("{\"reason\":\"kim withdrew\"}")
        .post("/v1/consents/" + consent + "/revocation")
        .then()
        .statusCode(200);

    var ids = all.stream().map(one -> Classifications.reviewOf(one).toString()).toList();
    as(title, "legal")
        .get("/v1/titles/" + title + "/reviews?role=legal&status=OPEN")
        .then()
        .statusCode(200)
        .body("items.review", containsInAnyOrder(ids.toArray()))
        .body("items.openActions.flatten().unique()", contains("CONSENT_REPLICA_USE"));
  }

  private Event voiceOf(Classifications cases, String person) {
    return cases.asset(
        "voice-" + person,
        "re-voice",
        "a",
        List.of(disclosures.pseudonym(cases.title(), "performer:" + person)),
        RiskTier.ESCALATE,
        "CONSENT_REPLICA_USE");
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
    // whose values they are, where the value does not say it: all but the signer's own id
    var zebedee = disclosures.pseudonym(title, "performer:zebedee");
    await()
        .atMost(Outside.PATIENCE)
        .untilAsserted(() ->
            assertThat(TestBroker.records(Topic.DISCLOSURE.topicName()))
                .filteredOn(record -> record.key().startsWith(prefix))
                .extracting(record -> SealedDisclosure.fromBytes(record.value()).subject())
                .containsExactlyInAnyOrder(zebedee, zebedee, null));
  }
}
