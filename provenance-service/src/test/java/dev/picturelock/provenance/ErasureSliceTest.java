package dev.picturelock.provenance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
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
import dev.picturelock.provenance.disclosure.DisclosureConfig;
import dev.picturelock.provenance.disclosure.Resting;
import dev.picturelock.provenance.disclosure.RestingValues;
import dev.picturelock.provenance.disclosure.SubjectKeys;
import dev.picturelock.provenance.disclosure.Vault;
import dev.picturelock.testkit.BrokerResource;
import dev.picturelock.testkit.PostgresResource;
import dev.picturelock.testkit.SecretsResource;
import dev.picturelock.testkit.TestBroker;
import dev.picturelock.testkit.TestRecords;
import dev.picturelock.testkit.TestTokens;
import dev.picturelock.testkit.TokensResource;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.InclusionProof;
import dev.picturelock.tlog.merkle.ProofResult;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import dev.picturelock.tlog.tile.TileSubtrees;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("slice")
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "role", value = "provenance"))
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SecretsResource.class)
class ErasureSliceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String KIM = "performer:kim";

  private final Sql sql;
  private final Disclosures disclosures;
  private final RestingValues resting;
  private final SubjectKeys keys;
  private final DisclosureConfig config;
  private final Ids ids;

  @Inject
  ErasureSliceTest(
      Sql sql,
      Disclosures disclosures,
      RestingValues resting,
      SubjectKeys keys,
      DisclosureConfig config,
      Ids ids) {
    this.sql = sql;
    this.disclosures = disclosures;
    this.resting = resting;
    this.keys = keys;
    this.config = config;
    this.ids = ids;
  }

  @Test
  void onlyPrivacyMayErase() {
    plant("e1", "comp", disclosures.disclose("talent", KIM));
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

    assertThat(rows("e1")).hasSize(1);
    erase(as("privacy", "e1"), "e1", person).statusCode(200).body("count", equalTo(1));
  }

  @Test
  void whatCannotBeMeantIsRefusedWithoutErasingAnything() {
    plant("e2", "comp", disclosures.disclose("talent", KIM));

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

    assertThat(rows("e2")).hasSize(1);
  }

  @Test
  void aPersonGoesAndEveryProofAndEveryOtherValueStays() {
    var talent = disclosures.disclose("talent", KIM);
    var prompt = disclosures.disclose("prompt", "a harbour at dawn");
    var operator = disclosures.disclose("operator", "ana");
    var event = plant("e3", "comp", talent, prompt, operator);
    var entry = read("e3", "/events/" + event.id());
    var receipt = read("e3", "/events/" + event.id() + "/receipt");
    var row = row("e3", talent);

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
    assertThat(digests("e3")).containsExactlyInAnyOrder(prompt.digest(), operator.digest());
    assertThat(Files.exists(config.subjectKeysDir().resolve(row.keyId()))).isFalse();
    nobodyOpens(row);
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
  void aRepeatAndAnUnknownPersonFindNothingAndSayNothing() {
    plant("e4", "comp", disclosures.disclose("talent", KIM));
    erase(as("privacy", "e4"), "e4", person(KIM, "OBJECTION")).body("count", equalTo(1));
    long size = size("e4");

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

    assertThat(size("e4")).isEqualTo(size);
  }

  @Test
  void aRecordThatComesAgainBringsNothingBack() {
    var talent = disclosures.disclose("talent", KIM);
    var event = plant("e5", "comp", talent);
    erase(as("privacy", "e5"), "e5", person(KIM, "OBJECTION")).body("count", equalTo(1));
    long size = size("e5");

    disclose("e5", event, talent);
    plant("e5", "other", disclosures.disclose("prompt", "after it"));

    assertThat(digests("e5")).hasSize(1).doesNotContain(talent.digest());
    assertThat(size("e5")).isEqualTo(size + 1);
  }

  @Test
  void whatWasOnItsWayIsErasedWhenItComesAndWhatIsSaidLaterStays() {
    plant("e6", "first", disclosures.disclose("talent", KIM));
    var before = ids.fresh();
    erase(as("privacy", "e6"), "e6", person(KIM, "OBJECTION")).body("count", equalTo(1));
    var late = disclosures.disclose("talent", KIM);
    var again = disclosures.disclose("talent", KIM);

    plant("e6", withId(before, registered("e6", "late", late)), List.of());
    discloseAndAwait("e6", before, late, 0);
    var later = later(before);
    plant("e6", withId(later, registered("e6", "again", again)), List.of(again));

    assertThat(digests("e6")).containsExactly(again.digest());
    assertThat(
            sql.list(
                "SELECT name FROM erased_value WHERE title_id = 'e6' AND digest = ?",
                row -> row.text("name"),
                late.digest()))
        .containsExactly("talent");
    assertThat(redactions("e6")).hasSize(2).allSatisfy(f -> assertThat(f.erased()).hasSize(1));
  }

  @Test
  void aSharedKeyIsRenewedForWhatStaysUnderIt() {
    var prompt = disclosures.disclose("prompt", "a likeness of somebody");
    var negative = disclosures.disclose("negativePrompt", "no rain");
    var event = plant("e7", "comp", prompt, negative);
    var promptRow = row("e7", prompt);
    var negativeRow = row("e7", negative);
    assertThat(promptRow.keyId()).isEqualTo(negativeRow.keyId());

    erase(
            as("privacy", "e7"),
            "e7",
            "{\"event\": \"%s\", \"names\": [\"prompt\"], \"ground\": \"UNLAWFUL\"}"
                .formatted(event.id()))
        .statusCode(200)
        .body("erased.name", equalTo(List.of("prompt")));

    var renewed = row("e7", negative);
    assertThat(renewed.keyId()).isNotEqualTo(negativeRow.keyId());
    assertThat(new Vault(keys).open(renewed)).contains(negative);
    nobodyOpens(promptRow);
    assertThat(new Vault(keys).open(negativeRow)).isEmpty();
    erase(as("privacy", "e7"), "e7", event(event.id(), "UNLAWFUL"))
        .body("erased.name", equalTo(List.of("negativePrompt")));
    assertThat(rows("e7")).isEmpty();
  }

  /// A file and a row are what a service leaves that dies between the commit and what comes after.
  @Test
  void aKeyThatOutlivedTheCommitIsDestroyedLater() throws IOException {
    var talent = disclosures.disclose("talent", KIM);
    plant("e8", "comp", talent);
    var row = row("e8", talent);
    var key = config.subjectKeysDir().resolve(row.keyId());
    var bytes = Files.readAllBytes(key);
    erase(as("privacy", "e8"), "e8", person(KIM, "OBJECTION")).body("count", equalTo(1));

    Files.write(key, bytes);
    sql.update("INSERT INTO key_to_destroy (key_id) VALUES (?)", row.keyId());

    await().atMost(PATIENCE).until(() -> !Files.exists(key));
    await()
        .atMost(PATIENCE)
        .until(() ->
            sql.list("SELECT key_id FROM key_to_destroy", left -> left.text("key_id")).isEmpty());
    nobodyOpens(row);
  }

  @Test
  void aDestroyedKeyIsOverwrittenBeforeItIsRemoved() throws IOException {
    var talent = disclosures.disclose("talent", KIM);
    plant("e13", "comp", talent);
    var key = config.subjectKeysDir().resolve(row("e13", talent).keyId());
    var bytes = Files.readAllBytes(key);
    var sameFile = Files.createLink(config.subjectKeysDir().resolve("another-name"), key);

    erase(as("privacy", "e13"), "e13", person(KIM, "OBJECTION")).body("count", equalTo(1));

    assertThat(Files.exists(key)).isFalse();
    assertThat(Files.readAllBytes(sameFile)).hasSameSizeAs(bytes).isNotEqualTo(bytes);
  }

  @Test
  void theRecordIsErasedFromItsTopicAndOnceMoreWhenTheSegmentIsOver() {
    var talent = disclosures.disclose("talent", KIM);
    var event = plant("e9", "comp", talent);
    var key = event.id() + "/" + talent.digest();

    erase(as("privacy", "e9"), "e9", person(KIM, "OBJECTION")).body("count", equalTo(1));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(TestBroker.records(Topic.DISCLOSURE.topicName()))
                .filteredOn(record -> key.equals(record.key()) && record.value() == null)
                .hasSize(2));
  }

  @Test
  void whatIsTooMuchForOneEventIsSaidInSeveral() {
    var talents =
        IntStream.range(0, 800)
            .mapToObj(_ -> disclosures.disclose("talent", KIM))
            .toArray(Disclosure[]::new);
    plant("e10", "crowd", talents);

    erase(as("privacy", "e10"), "e10", person(KIM, "OBJECTION"))
        .statusCode(200)
        .body("count", equalTo(800))
        .body("eventIds", hasSize(2));

    assertThat(redactions("e10").stream().flatMap(fact -> fact.erased().stream()))
        .hasSize(800)
        .doesNotHaveDuplicates();
    assertThat(rows("e10")).isEmpty();
  }

  @Test
  void namesThatAConsentTellsOfAPersonGoWithThePerson() {
    var name = disclosures.disclose("legalName", "Kim Example");
    var event = registered("e11", "comp", name);
    send("e11", event);
    var subject = disclosures.pseudonym("e11", KIM);
    var sealed = disclosures.seal("e11", event.id(), name, subject);
    TestRecords.send(Topic.DISCLOSURE.topicName(), sealed.key(), List.of(sealed.toBytes()));
    await().atMost(PATIENCE).until(() -> rows("e11").size() == 1);

    erase(as("privacy", "e11"), "e11", person(KIM, "CONSENT_WITHDRAWN"))
        .body("erased.name", equalTo(List.of("legalName")));

    assertThat(rows("e11")).isEmpty();
  }

  /// The rows and the name of the key are what a backup brings back that is older than an erasure.
  @Test
  void aDatabaseFromBeforeAnErasureTakesWhatComesAgainAndKeepsNothingNobodyOpens() {
    var prompt = disclosures.disclose("prompt", "a likeness of somebody");
    var negative = disclosures.disclose("negativePrompt", "no rain");
    var event = plant("e14", "comp", prompt, negative);
    var backup = rows("e14");
    var old = row("e14", negative);
    erase(
            as("privacy", "e14"),
            "e14",
            "{\"event\": \"%s\", \"names\": [\"prompt\"], \"ground\": \"UNLAWFUL\"}"
                .formatted(event.id()))
        .statusCode(200);
    var renewed = row("e14", negative);
    assertThat(resting.replaceKey(old.subject(), renewed.keyId(), old.keyId())).isTrue();
    resting.delete("e14", rows("e14"));
    resting.put(backup);
    assertThat(new Vault(keys).open(row("e14", negative))).isEmpty();

    disclose("e14", event, prompt);
    disclose("e14", event, negative);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(new Vault(keys).open(row("e14", negative))).contains(negative));
    assertThat(digests("e14")).containsExactly(negative.digest());
    nobodyOpens(old);
    var talent = disclosures.disclose("talent", KIM);
    plant("e14", "later", talent);
    assertThat(new Vault(keys).open(row("e14", talent))).contains(talent);
  }

  @Test
  void noBodyIsABadRequest() {
    plant("e15", "comp", disclosures.disclose("talent", KIM));

    var token = TestTokens.user("pat").title("e15", "privacy").token();

    assertThat(LedgerApi.statusOfNothingPosted(path("e15"), token)).isEqualTo(400);
    as("privacy", "e15").contentType("application/json").post(path("e15")).then().statusCode(400);
    erase(as("privacy", "e15"), "e15", "null").statusCode(400);
    erase(as("privacy", "e15"), "e15", "{}").statusCode(400);
  }

  @Test
  void neitherKeysNorRowsTellWhatTheyAreOf() throws IOException {
    var talent = disclosures.disclose("talent", "performer:zebedee");
    plant("e12", "comp", talent);
    var row = row("e12", talent);

    var key = config.subjectKeysDir().resolve(row.keyId());

    assertThat(row.keyId()).matches("[0-9a-f]{32}");
    assertThat(Files.getPosixFilePermissions(key)).hasToString("[OWNER_READ, OWNER_WRITE]");
    assertThat(disclosures.box("picturelock subject keys v1").open(Files.readAllBytes(key), "x"))
        .isEmpty();
    assertThat(new String(row.sealed(), StandardCharsets.ISO_8859_1)).doesNotContain("zebedee");
  }

  private void nothingOfTheLogHasChanged(
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

  /// As if the row came out of a backup: no key that is left opens it.
  private void nobodyOpens(Resting row) {
    for (var keyId : keysLeft()) {
      var moved =
          new Resting(row.event(), row.digest(), row.subject(), keyId, row.sealed(), row.fileKey());
      assertThat(new Vault(keys).open(moved)).isEmpty();
    }
  }

  private List<String> keysLeft() {
    try (var files = Files.list(config.subjectKeysDir())) {
      return files
          .filter(Files::isRegularFile)
          .map(Path::getFileName)
          .map(Path::toString)
          .filter(name -> name.matches("[0-9a-f]{32}"))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Event registered(String title, String asset, Disclosure... values) {
    return new SampleEvents(title)
        .registered(
            asset,
            "v001",
            "generated",
            Stream.of(values).map(Disclosure::digest).sorted().toList());
  }

  private Event plant(String title, String asset, Disclosure... values) {
    var event = registered(title, asset, values);
    plant(title, event, List.of(values));
    return event;
  }

  /// Returns once all of it is in the ledger and at rest.
  private void plant(String title, Event event, List<Disclosure> values) {
    send(title, event);
    values.forEach(value -> disclose(title, event, value));
    await()
        .atMost(PATIENCE)
        .until(() -> digests(title).containsAll(values.stream().map(Disclosure::digest).toList()));
  }

  private void send(String title, Event event) {
    TestRecords.send(Topic.INTAKE.topicName(), title, List.of(EventCodec.encode(event)));
    read(title, "/events/" + event.id() + "?wait=20s");
  }

  private void disclose(String title, Event event, Disclosure disclosure) {
    var sealed = disclosures.seal(title, event.id(), disclosure);
    TestRecords.send(Topic.DISCLOSURE.topicName(), sealed.key(), List.of(sealed.toBytes()));
  }

  private void discloseAndAwait(String title, UUID event, Disclosure disclosure, int rows) {
    var sealed = disclosures.seal(title, event, disclosure);
    TestRecords.send(Topic.DISCLOSURE.topicName(), sealed.key(), List.of(sealed.toBytes()));
    await().atMost(PATIENCE).until(() -> redactions(title).size() == 2);
    assertThat(rows(title)).hasSize(rows);
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

  private List<String> digests(String title) {
    return rows(title).stream().map(Resting::digest).toList();
  }

  private Resting row(String title, Disclosure disclosure) {
    return rows(title).stream()
        .filter(row -> row.digest().equals(disclosure.digest()))
        .findFirst()
        .orElseThrow();
  }

  private List<Resting> rows(String title) {
    var events =
        sql.list(
            "SELECT DISTINCT event_id FROM disclosure WHERE title_id = ?",
            row -> row.uuid("event_id"),
            title);
    return resting.ofEvents(title, events);
  }

  private List<DisclosureErased> redactions(String title) {
    return sql
        .list("SELECT data FROM log_entry WHERE title_id = ?", row -> row.bytes("data"), title)
        .stream()
        .map(EventCodec::decode)
        .map(Event::fact)
        .filter(DisclosureErased.class::isInstance)
        .map(DisclosureErased.class::cast)
        .toList();
  }

  private long size(String title) {
    return SignedCheckpoint.parse(read(title, "/log/checkpoint")).checkpoint().size().value();
  }

  private static ValidatableResponse erase(RequestSpecification who, String title, String body) {
    return who.contentType("application/json").body(body).post(path(title)).then();
  }

  private static String path(String title) {
    return "/v1/titles/" + title + "/erasures";
  }

  private static String person(String person, String ground) {
    return "{\"person\": \"%s\", \"ground\": \"%s\"}".formatted(person, ground);
  }

  private static String event(UUID event, String ground) {
    return "{\"event\": \"%s\", \"ground\": \"%s\"}".formatted(event, ground);
  }

  private byte[] read(String title, String path) {
    return as("auditor", title)
        .get("/v1/titles/" + title + path)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private VerifierKey key(String title) {
    return VerifierKey.parse(new String(read(title, "/log/key"), StandardCharsets.UTF_8).strip());
  }

  private static RequestSpecification as(String role, String title) {
    return as(TestTokens.user("pat").title(title, role));
  }

  private static RequestSpecification as(TestTokens who) {
    return given().auth().oauth2(who.token());
  }
}
