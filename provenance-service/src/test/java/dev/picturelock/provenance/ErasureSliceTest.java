package dev.picturelock.provenance;

import static dev.picturelock.provenance.ErasureApi.as;
import static dev.picturelock.provenance.ErasureApi.erase;
import static dev.picturelock.provenance.ErasureApi.person;
import static dev.picturelock.provenance.LedgerApi.PATIENCE;
import static dev.picturelock.provenance.LedgerApi.checkpoint;
import static dev.picturelock.provenance.LedgerApi.key;
import static dev.picturelock.provenance.LedgerApi.read;
import static dev.picturelock.provenance.LedgerApi.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.picturelock.contracts.event.DisclosureErased;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.disclosure.Disclosure;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.kit.time.Ids;
import dev.picturelock.testkit.TestBroker;
import dev.picturelock.testkit.TestRecords;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.InclusionProof;
import dev.picturelock.tlog.merkle.ProofResult;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import dev.picturelock.tlog.tile.TileSubtrees;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What goes with an erasure, what stays, and what does not come back.
@QuarkusTest
@ProvenanceSlice
class ErasureSliceTest {
  private static final String KIM = "performer:kim";

  private final Sql sql;
  private final Disclosures disclosures;
  private final PlantedValues values;
  private final Ids ids;

  @Inject
  ErasureSliceTest(Sql sql, Disclosures disclosures, PlantedValues values, Ids ids) {
    this.sql = sql;
    this.disclosures = disclosures;
    this.values = values;
    this.ids = ids;
  }

  @Test
  void aPersonGoesAndEveryProofAndEveryOtherValueStays() {
    var talent = disclosures.disclose("talent", KIM);
    var prompt = disclosures.disclose("prompt", "a harbour at dawn");
    var operator = disclosures.disclose("operator", "ana");
    var event = values.plant("e3", "comp", talent, prompt, operator);
    var entry = read("e3", "/events/" + event.id());
    var receipt = read("e3", "/events/" + event.id() + "/receipt");
    var row = values.row("e3", talent);

    var redaction =
        erase(as("privacy", "e3"), "e3", person(KIM, "CONSENT_WITHDRAWN"))
            .statusCode(200)
            .body("count", equalTo(1))
            .body("erased.digest", equalTo(List.of(talent.digest())))
            .body("erased.name", equalTo(List.of("talent")))
            .body("erased.event", equalTo(List.of(event.id().toString())))
            .extract()
            .<String>path("eventId");

    var fact = EventCodec.decode(read("e3", "/events/" + redaction));
    assertThat(fact.actor()).isEqualTo("user:pat");
    assertThat(fact.fact())
        .isEqualTo(
            new DisclosureErased("CONSENT_WITHDRAWN", List.of(event.id() + "/" + talent.digest())));
    assertThat(values.digests("e3")).containsExactlyInAnyOrder(prompt.digest(), operator.digest());
    assertThat(Files.exists(values.keyFile(row.keyId()))).isFalse();
    values.nobodyOpens(row);
    nothingOfTheLogHasChanged("e3", event, entry, receipt);
    as("production", "e3")
        .get("/v1/titles/e3/assets/comp/versions/v001/lineage")
        .then()
        .statusCode(200)
        .body("nodes.find { it.kind == 'generation' }.attributes.prompt", equalTo(prompt.value()))
        .body("nodes.find { it.kind == 'generation' }.attributes.operator", equalTo("ana"))
        .body("nodes.find { it.kind == 'asset' }.attributes.talent", nullValue())
        .body("nodes.find { it.kind == 'asset' }.attributes.erased", hasSize(1))
        .body("nodes.find { it.kind == 'asset' }.attributes.erased[0].name", equalTo("talent"))
        .body(
            "nodes.find { it.kind == 'asset' }.attributes.erased[0].ground",
            equalTo("CONSENT_WITHDRAWN"))
        .body("nodes.find { it.kind == 'asset' }.attributes.erased[0].event", equalTo(redaction))
        .body("nodes.find { it.kind == 'asset' }.attributes.erased[0].at", notNullValue());
  }

  @Test
  void namesThatAConsentTellsOfAPersonGoWithThePerson() {
    var name = disclosures.disclose("legalName", "Kim Example");
    var event = values.registered("e11", "comp", name);
    record(event);
    var subject = disclosures.pseudonym("e11", KIM);
    var sealed = disclosures.seal("e11", event.id(), name, subject);
    TestRecords.send(Topic.DISCLOSURE.topicName(), sealed.key(), List.of(sealed.toBytes()));
    await().atMost(PATIENCE).until(() -> values.rows("e11").size() == 1);

    erase(as("privacy", "e11"), "e11", person(KIM, "CONSENT_WITHDRAWN"))
        .body("erased.name", equalTo(List.of("legalName")));

    assertThat(values.rows("e11")).isEmpty();
  }

  @Test
  void whatIsTooMuchForOneEventIsSaidInSeveral() {
    var talents =
        IntStream.range(0, 800)
            .mapToObj(_ -> disclosures.disclose("talent", KIM))
            .toArray(Disclosure[]::new);
    values.plant("e10", "crowd", talents);

    erase(as("privacy", "e10"), "e10", person(KIM, "OBJECTION"))
        .statusCode(200)
        .body("count", equalTo(800))
        .body("eventIds", hasSize(2));

    assertThat(values.redactions("e10").stream().flatMap(fact -> fact.erased().stream()))
        .hasSize(800)
        .doesNotHaveDuplicates();
    assertThat(values.rows("e10")).isEmpty();
  }

  @Test
  void aRecordThatComesAgainBringsNothingBack() {
    var talent = disclosures.disclose("talent", KIM);
    var event = values.plant("e5", "comp", talent);
    erase(as("privacy", "e5"), "e5", person(KIM, "OBJECTION")).body("count", equalTo(1));
    long size = checkpoint("e5").checkpoint().size().value();

    values.disclose("e5", event.id(), talent);
    values.plant("e5", "other", disclosures.disclose("prompt", "after it"));

    assertThat(values.digests("e5")).hasSize(1).doesNotContain(talent.digest());
    assertThat(checkpoint("e5").checkpoint().size().value()).isEqualTo(size + 1);
  }

  @Test
  void whatWasOnItsWayIsErasedWhenItComesAndWhatIsSaidLaterStays() {
    values.plant("e6", "first", disclosures.disclose("talent", KIM));
    var before = ids.fresh();
    erase(as("privacy", "e6"), "e6", person(KIM, "OBJECTION")).body("count", equalTo(1));
    var late = disclosures.disclose("talent", KIM);
    var again = disclosures.disclose("talent", KIM);

    values.plant("e6", withId(before, values.registered("e6", "late", late)), List.of());
    values.disclose("e6", before, late);
    await().atMost(PATIENCE).until(() -> values.redactions("e6").size() == 2);
    assertThat(values.rows("e6")).isEmpty();
    var later = later(before);
    values.plant("e6", withId(later, values.registered("e6", "again", again)), List.of(again));

    assertThat(values.digests("e6")).containsExactly(again.digest());
    assertThat(
            sql.list(
                "SELECT name FROM erased_value WHERE title_id = 'e6' AND digest = ?",
                row -> row.text("name"),
                late.digest()))
        .containsExactly("talent");
    assertThat(values.redactions("e6"))
        .hasSize(2)
        .allSatisfy(f -> assertThat(f.erased()).hasSize(1));
  }

  @Test
  void theRecordIsErasedFromItsTopicAndOnceMoreWhenTheSegmentIsOver() {
    var talent = disclosures.disclose("talent", KIM);
    var event = values.plant("e9", "comp", talent);
    var key = event.id() + "/" + talent.digest();

    erase(as("privacy", "e9"), "e9", person(KIM, "OBJECTION")).body("count", equalTo(1));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(TestBroker.records(Topic.DISCLOSURE.topicName()))
                .filteredOn(record -> key.equals(record.key()) && record.value() == null)
                .hasSize(2));
  }

  private static void nothingOfTheLogHasChanged(
      String title, Event event, byte[] entry, byte[] receiptBefore) {
    assertThat(read(title, "/events/" + event.id())).isEqualTo(entry);
    assertThat(Receipt.check(receiptBefore, entry, key(title)))
        .isInstanceOf(ReceiptResult.Verified.class);
    var before = Receipt.parse(receiptBefore);
    var old = before.checkpoint().checkpoint();
    var oldTiles = new TileSubtrees(old.size(), tile -> read(title, "/log/" + tile.path()));
    assertThat(InclusionProof.of(before.index(), old.size(), oldTiles)).isEqualTo(before.proof());
    var now = SignedCheckpoint.parse(read(title, "/log/checkpoint")).checkpoint();
    var tiles = new TileSubtrees(now.size(), tile -> read(title, "/log/" + tile.path()));
    assertThat(
            ConsistencyProof.of(old.size(), now.size(), tiles)
                .verify(old.size(), old.root(), now.size(), now.root()))
        .isInstanceOf(ProofResult.Proven.class);
  }

  private static Event withId(UUID id, Event event) {
    return new Event(
        id,
        event.source(),
        event.subject(),
        event.time(),
        event.titleId(),
        null,
        event.actor(),
        event.fact());
  }

  /// An id whose time is an hour after that of another.
  private static UUID later(UUID id) {
    long hour = Duration.ofHours(1).toMillis() << 16;
    return new UUID(id.getMostSignificantBits() + hour, id.getLeastSignificantBits());
  }
}
