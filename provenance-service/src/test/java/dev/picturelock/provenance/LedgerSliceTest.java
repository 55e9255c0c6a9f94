package dev.picturelock.provenance;

import static dev.picturelock.provenance.LedgerApi.awaitLogged;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Input;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.event.Digest;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.kit.time.Ids;
import dev.picturelock.kit.transaction.AfterCompletion;
import dev.picturelock.testkit.TestRecords;
import dev.picturelock.testkit.TestTokens;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.EntryBundle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ProvenanceSlice
class LedgerSliceTest {
  private final Sql sql;
  private final Disclosures disclosures;
  private final TransactionSynchronizationRegistry transaction;

  @Inject
  LedgerSliceTest(
      Sql sql, Disclosures disclosures, TransactionSynchronizationRegistry transaction) {
    this.sql = sql;
    this.disclosures = disclosures;
    this.transaction = transaction;
  }

  @Test
  void everyEventGetsAReceiptThatVerifiesOffline() {
    var events = new SampleEvents("t1");
    var registered = events.registered("comp", "v001", "generated");

    send(events.opened(), registered);

    var bytes = awaitLogged(registered);
    assertThat(bytes).isEqualTo(EventCodec.encode(registered));
    var receipt = read("t1", "/events/" + registered.id() + "/receipt");
    assertThat(Receipt.check(receipt, bytes, key("t1"))).isInstanceOf(ReceiptResult.Verified.class);
    bytes[10] ^= 1;
    assertThat(Receipt.check(receipt, bytes, key("t1"))).isInstanceOf(ReceiptResult.Refused.class);
  }

  @Test
  void theVerifierPageIsForEverybodyAndMayTalkToNobody() {
    for (var file : List.of("", "page.mjs", "verifier.mjs", "page.css", "icon.svg")) {
      given()
          .get("/verify/" + file)
          .then()
          .statusCode(200)
          .header("Content-Security-Policy", containsString("default-src 'none'"))
          .header("X-Content-Type-Options", equalTo("nosniff"));
    }
    given().get("/verify/").then().header("Content-Type", containsString("text/html"));
    given().get("/verify/page.mjs").then().header("Content-Type", containsString("javascript"));
    given().get("/verify/nothing.mjs").then().statusCode(404);
  }

  @Test
  void theServedTilesHashToTheSignedRootAcrossATileBoundary() {
    var events = new SampleEvents("t2");
    var all = new java.util.ArrayList<Event>();
    for (int i = 0; i < 300; i++) {
      all.add(events.registered("asset-" + i, "v001", "none"));
    }

    send(all.toArray(Event[]::new));
    send(all.toArray(Event[]::new));
    awaitLogged(all.getLast());

    var signed = SignedCheckpoint.parse(read("t2", "/log/checkpoint"));
    assertThat(signed.checkpoint().size().value()).isEqualTo(300);
    var first = EntryBundle.decode(read("t2", "/log/tile/entries/000"), 256);
    var rest = EntryBundle.decode(read("t2", "/log/tile/entries/001.p/44"), 44);
    var leaves = new java.util.ArrayList<Hash>();
    first.forEach(entry -> leaves.add(Hash.leaf(entry)));
    rest.forEach(entry -> leaves.add(Hash.leaf(entry)));
    assertThat(Edge.EMPTY.append(leaves).root()).isEqualTo(signed.checkpoint().root());
    assertThat(read("t2", "/log/tile/0/000")).isEqualTo(Hash.concatenate(leaves.subList(0, 256)));
    assertThat(read("t2", "/log/tile/0/001.p/44"))
        .isEqualTo(Hash.concatenate(leaves.subList(256, 300)));
    assertThat(read("t2", "/log/tile/1/000.p/1")).hasSize(32);
  }

  @Test
  void pathsThatAreNotCanonicalOrNotInTheLogAreNotFound() {
    var events = new SampleEvents("t3");
    send(events.opened());
    awaitLogged(events.opened());

    for (var path :
        List.of("0/000", "0/0", "0/000.p/2", "00/000.p/1", "entries/x000/000", "64/000")) {
      as("auditor", "t3")
          .get("/v1/titles/t3/log/tile/" + path)
          .then()
          .statusCode(404)
          .contentType("application/problem+json");
    }
  }

  @Test
  void aForeignSpellingIsLoggedAsItCameAndWhatNoEntryCanHoldIsADeadLetter() {
    var events = new SampleEvents("t4b");
    var opened = events.opened();
    var plate = events.registered("plate", "v001", "none");
    var id = plate.id().toString();
    var large = text(events.registered("comp", "v001", "none"));
    var spelled =
        "{ \"id\" :\n\""
            + opened.id()
            + "\","
            + text(opened).substring(1).replace("\"id\":\"" + opened.id() + "\",", "");
    TestRecords.send(
        Topic.INTAKE.topicName(),
        "t4b",
        List.of(
            utf8(large + " ".repeat(70_000 - utf8(large).length)),
            utf8(text(plate).replace(id, id.toUpperCase(Locale.ROOT))),
            utf8(spelled)));

    assertThat(awaitLogged(opened)).isEqualTo(utf8(spelled));

    var signed = SignedCheckpoint.parse(read("t4b", "/log/checkpoint"));
    assertThat(signed.checkpoint().size().value()).isEqualTo(1);
    assertThat(EntryBundle.decode(read("t4b", "/log/tile/entries/000.p/1"), 1))
        .containsExactly(utf8(spelled));
    assertThat(
            sql.list(
                "SELECT reason FROM dead_letter WHERE key = ? ORDER BY 1",
                row -> row.text("reason"),
                "t4b"))
        .satisfiesExactly(
            reason -> assertThat(reason).startsWith("an event of 70000 bytes"),
            reason -> assertThat(reason).startsWith("event has the wrong shape at").contains("id"));
  }

  @Test
  void whatFollowsACommitRunsInTheOrderInWhichItWasAskedFor() {
    var done = new ArrayList<String>();

    QuarkusTransaction.requiringNew()
        .run(() -> {
          AfterCompletion.run(
              transaction,
              _ -> {
                done.add("first");
                throw new IllegalStateException("as if it had failed");
              });
          AfterCompletion.run(transaction, _ -> done.add("second"));
          AfterCompletion.run(
              transaction, status -> done.add(status == Status.STATUS_COMMITTED ? "ok" : "no"));
        });

    assertThat(done).containsExactly("first", "second", "ok");
  }

  @Test
  void whatCanNeverBeAnEventBecomesADeadLetterAndStopsNothing() {
    var events = new SampleEvents("t4");
    TestRecords.send(
        Topic.INTAKE.topicName(),
        "t4",
        List.of(utf8("not json"), utf8("{\"specversion\":\"1.0\"}")));

    send(events.opened());

    awaitLogged(events.opened());
    assertThat(
            sql.list(
                "SELECT reason FROM dead_letter WHERE key = ?", row -> row.text("reason"), "t4"))
        .hasSize(2);
  }

  @Test
  void whatIsNoTextOrNoTitleIdBecomesADeadLetterAndStopsNothing() {
    var events = new SampleEvents("t8");
    var opened = new String(EventCodec.encode(events.opened()), StandardCharsets.UTF_8);
    var overlongNul = utf8(opened.replace("A title", "A #title"));
    overlongNul[opened.indexOf("A title") + 2] = (byte) 0xC0;

    TestRecords.send(
        Topic.INTAKE.topicName(),
        "t8",
        List.of(overlongNul, utf8(opened.replace("\"titleid\":\"t8\"", "\"titleid\":\"t 8\""))));
    send(events.opened());

    awaitLogged(events.opened());
    assertThat(
            sql.list(
                "SELECT reason FROM dead_letter WHERE key = ?", row -> row.text("reason"), "t8"))
        .hasSize(2);
  }

  @Test
  void aSourceTooLongToBeLookedUpByIsKeptInFullAmongTheAttributes() {
    var events = new SampleEvents("t9");
    var random = new java.util.Random(1);
    var source =
        "https://stock.example/"
            + random
                .ints(4_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    var comp =
        events.registered(
            "comp", "v001", "generated", new Input(null, null, null, source, null, null));

    send(comp);

    awaitLogged(comp);
    as("production", "t9")
        .get("/v1/titles/t9/assets/comp/versions/v001/lineage")
        .then()
        .statusCode(200)
        .body("nodes.find { it.kind == 'source' }.attributes.source", equalTo(source));
  }

  @Test
  void aBrokenDisclosureStopsNoOtherOne() {
    var events = new SampleEvents("t10");
    var prompt = disclosures.disclose("prompt", "a harbour at dawn");
    var comp = events.registered("comp", "v001", "generated", List.of(prompt.digest()));

    TestRecords.send(
        Topic.DISCLOSURE.topicName(), "no-event-id", List.of(utf8("null"), utf8("not json")));
    disclose("t10", comp, prompt);

    awaitDisclosure(prompt.digest());
  }

  @Test
  void anEntryIsNeverOlderThanTheOneBeforeIt() {
    var events = new SampleEvents("t13");
    var later = java.time.Instant.parse("2999-01-01T00:00:00Z");
    sql.update(
        "INSERT INTO log_state (title_id, origin, size, root, checkpoint, at)"
            + " VALUES ('t13', 'localhost/prov/t13', 0, ?, '', ?)",
        Hash.EMPTY_ROOT.toBytes(),
        later);

    send(events.opened());

    awaitLogged(events.opened());
    assertThat(
            sql.list("SELECT at FROM log_entry WHERE title_id = 't13'", row -> row.instant("at")))
        .containsExactly(later);
  }

  @Test
  void aTimeThatHasNotBeenIsNoPosition() {
    var events = new SampleEvents("t11");
    var plate = events.registered("plate", "v001", "none");
    send(plate);
    awaitLogged(plate);

    for (var at : List.of("2999-01-01T00:00:00Z", "+999999999-01-01T00:00:00Z", "soon", "-1")) {
      as("production", "t11")
          .queryParam("at", at)
          .get("/v1/titles/t11/assets/plate/versions/v001/lineage")
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }

  @Test
  void theSameIdWithOtherContentIsAVisibleConflictAndNotLogged() {
    var events = new SampleEvents("t5");
    var original = events.registered("comp", "v001", "generated");
    var forged = SampleEvents.by("client:other", original);

    send(original);
    awaitLogged(original);
    send(forged, original, events.opened());
    awaitLogged(events.opened());

    assertThat(read("t5", "/events/" + original.id())).isEqualTo(EventCodec.encode(original));
    assertThat(
            sql.list(
                "SELECT reason FROM dead_letter WHERE key = ?", row -> row.text("reason"), "t5"))
        .singleElement()
        .asString()
        .contains("conflict");
    var forgedSha256 = Digest.sha256Hex(EventCodec.encode(forged));
    as("auditor", "t5")
        .get("/v1/titles/t5/log/conflicts")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].event", equalTo(original.id().toString()))
        .body("items[0].laterSha256", equalTo(forgedSha256))
        .body("items[0].loggedLeafHash", equalTo(Hash.leaf(EventCodec.encode(original)).toHex()));
    var statement = Ids.derived(original.id(), "conflict " + forgedSha256);
    var receipt = read("t5", "/events/" + statement + "/receipt");
    assertThat(Receipt.check(receipt, read("t5", "/events/" + statement), key("t5")))
        .isInstanceOf(ReceiptResult.Verified.class);
  }

  @Test
  void aConflictIsStatedOnceHoweverOftenItComes() {
    var events = new SampleEvents("t14");
    var original = events.registered("comp", "v001", "generated");
    var forged = SampleEvents.by("client:other", original);
    var forgedAgain = SampleEvents.by("client:third", original);

    send(original, forged);
    send(forged);
    send(forged, forgedAgain, events.opened());
    awaitLogged(events.opened());

    var conflicts = "/v1/titles/t14/log/conflicts";
    var first =
        as("production", "t14")
            .queryParam("limit", 1)
            .get(conflicts)
            .then()
            .statusCode(200)
            .body("items.laterSha256", contains(Digest.sha256Hex(EventCodec.encode(forged))))
            .extract();
    as("production", "t14")
        .queryParam("cursor", first.<String>path("next"))
        .get(conflicts)
        .then()
        .statusCode(200)
        .body("items.laterSha256", contains(Digest.sha256Hex(EventCodec.encode(forgedAgain))))
        .body("next", equalTo(null));
    assertThat(SignedCheckpoint.parse(read("t14", "/log/checkpoint")).checkpoint().size().value())
        .isEqualTo(4);
    as("auditor", "elsewhere").get(conflicts).then().statusCode(403);
  }

  @Test
  void theLogFindsAConflictThatTheInboxHasForgottenAndKeepsTheOthersOfTheBatch() {
    var events = new SampleEvents("t17");
    var original = events.registered("comp", "v001", "generated");
    var forged = SampleEvents.by("client:other", original);
    send(original);
    awaitLogged(original);
    sql.update("DELETE FROM inbox WHERE event_id = ?", original.id());

    send(events.registered("plate", "v001", "none"), forged, events.opened());

    awaitLogged(events.opened());
    assertThat(read("t17", "/events/" + original.id())).isEqualTo(EventCodec.encode(original));
    as("auditor", "t17")
        .get("/v1/titles/t17/log/conflicts")
        .then()
        .statusCode(200)
        .body("items.laterSha256", contains(Digest.sha256Hex(EventCodec.encode(forged))));
    assertThat(
            sql.list(
                "SELECT value FROM dead_letter WHERE key = ?", row -> row.bytes("value"), "t17"))
        .containsExactly(EventCodec.encode(forged));
    assertThat(SignedCheckpoint.parse(read("t17", "/log/checkpoint")).checkpoint().size().value())
        .isEqualTo(4);
  }

  @Test
  void whatTookTheIdInAnotherTitleIsNotShown() {
    var original = new SampleEvents("t15").opened();
    var stolen =
        new Event(
            original.id(),
            original.source(),
            original.subject(),
            original.time(),
            "t16",
            null,
            original.actor(),
            original.fact());

    send(original);
    awaitLogged(original);
    send(stolen);

    var statement =
        Ids.derived(original.id(), "conflict " + Digest.sha256Hex(EventCodec.encode(stolen)));
    awaitLogged("t16", statement);
    as("auditor", "t16")
        .get("/v1/titles/t16/log/conflicts")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].loggedLeafHash", equalTo(null));
    as("auditor", "t15")
        .get("/v1/titles/t15/log/conflicts")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void lineageLeadsFromAnAssetToToolModelAndInputsWhateverTheOrderOfArrival() {
    var events = new SampleEvents("t6");
    var prompt = disclosures.disclose("prompt", "a crowd in the rain");
    var comp =
        events.registered(
            "comp",
            "v002",
            "altered",
            List.of(prompt.digest()),
            SampleEvents.input("plate", "v001"));
    var plate = events.registered("plate", "v001", "none");

    sendTo(Topic.CLASSIFICATION, events.classified("comp", "v002", RiskTier.LOW));
    send(comp, plate);
    disclose("t6", comp, prompt);
    awaitLogged(plate);
    awaitLogged(events.classified("comp", "v002", RiskTier.LOW));
    awaitDisclosure(prompt.digest());

    as("production", "t6")
        .get("/v1/titles/t6/assets/comp/versions/v002/lineage")
        .then()
        .statusCode(200)
        .body("nodes.id", hasItem("asset:plate/v001"))
        .body("nodes.id", hasItem("tool:comfyui"))
        .body("nodes.id", hasItem("model:sdxl"))
        .body(
            "nodes.find { it.kind == 'generation' }.attributes.prompt",
            equalTo("a crowd in the rain"))
        .body("nodes.find { it.kind == 'classification' }.attributes.tier", equalTo("LOW"));
    as("auditor", "t6")
        .get("/v1/titles/t6/assets/comp/versions/v002/lineage")
        .then()
        .statusCode(200)
        .body("nodes.find { it.kind == 'generation' }.attributes.prompt", equalTo(null));
    as("production", "t6")
        .get("/v1/titles/t6/assets/plate/versions/v001/lineage?direction=down&depth=2")
        .then()
        .statusCode(200)
        .body("nodes.id", hasItem("asset:comp/v002"));
    as("production", "t6")
        .get("/v1/titles/t6/assets?tool=comfyui")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].tier", equalTo("LOW"));
  }

  @Test
  void aTitleIsAWall() {
    send(new SampleEvents("t7").opened());
    awaitLogged(new SampleEvents("t7").opened());

    given().get("/v1/titles/t7/log/checkpoint").then().statusCode(401);
    for (var title : List.of("t7", "never-opened")) {
      as("auditor", "elsewhere")
          .get("/v1/titles/" + title + "/log/checkpoint")
          .then()
          .statusCode(403)
          .contentType("application/problem+json")
          .body("detail", containsString("no role in title '" + title + "'"));
    }
  }

  @Test
  void whatCannotBeGivenInTheWantedFormIsNotGivenInAnother() {
    send(new SampleEvents("t12").opened());
    awaitLogged(new SampleEvents("t12").opened());

    for (var path : List.of("/assets", "/cuts", "/log/checkpoint")) {
      as("production", "t12")
          .accept("image/png")
          .get("/v1/titles/t12" + path)
          .then()
          .statusCode(406)
          .contentType("application/problem+json");
    }
  }

  private void send(Event... events) {
    sendTo(Topic.INTAKE, events);
  }

  private void sendTo(Topic topic, Event... events) {
    TestRecords.send(
        topic.topicName(), events[0].titleId(), Stream.of(events).map(EventCodec::encode).toList());
  }

  private void disclose(
      String title, Event event, dev.picturelock.kit.disclosure.Disclosure disclosure) {
    var sealed = disclosures.seal(title, event.id(), disclosure);
    TestRecords.send(Topic.DISCLOSURE.topicName(), sealed.key(), List.of(sealed.toBytes()));
  }

  private void awaitDisclosure(String digest) {
    org.awaitility.Awaitility.await()
        .atMost(LedgerApi.PATIENCE)
        .until(() ->
            sql.first(
                    "SELECT 1 AS there FROM disclosure WHERE digest = ?",
                    row -> row.integer("there"),
                    digest)
                .isPresent());
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
    return given().auth().oauth2(TestTokens.user("kim").title(title, role).token());
  }

  private static String text(Event event) {
    return new String(EventCodec.encode(event), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
