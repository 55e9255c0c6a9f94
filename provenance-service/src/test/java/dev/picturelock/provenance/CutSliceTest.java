package dev.picturelock.provenance;

import static dev.picturelock.provenance.LedgerApi.rotate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.LogRotated;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.disclosure.Disclosure;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.testkit.TestRecords;
import dev.picturelock.testkit.TestTokens;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.Note;
import dev.picturelock.tlog.note.NoteResult;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ProvenanceSlice
class CutSliceTest {
  private static final Path TIMELINES =
      Path.of(System.getProperty("picturelock.root", ".."), "../shared/data/timelines/otio");

  private final Sql sql;
  private final Disclosures disclosures;

  @Inject
  CutSliceTest(Sql sql, Disclosures disclosures) {
    this.sql = sql;
    this.disclosures = disclosures;
  }

  @Test
  void everyElementHasItsVerdictAndSaysWhy() {
    everythingButTheInsert("c1");

    var cut = imported("c1", "Reel 1");

    as("auditor", "c1")
        .get(cut + "/elements")
        .then()
        .statusCode(200)
        .body(
            "items.verdict",
            contains(
                "NO_AI", "CLEARED", "CLEARED", "PENDING", "BLOCKED", "CLEARED", "UNRECORDED", null))
        .body("items.track", hasItem("V1"))
        .body("items[0].recordIn", equalTo("01:00:00:00"))
        .body("items[0].recordOut", equalTo("01:00:01:00"))
        .body("items[0].match.by", equalTo("id"))
        .body("items[0].reasons.code", contains("MADE_WITHOUT_AI"))
        .body("items[1].reasons.code", contains("LOW_RISK"))
        .body("items[2].reasons.code", contains("APPROVED"))
        .body("items[3].reasons.code", hasItems("REVIEW_OPEN", "ACTION_OPEN"))
        .body("items[4].reasons.code", hasItem("REFUSED"))
        .body("items[5].match.asset", equalTo("street"))
        .body("items[5].match.by", equalTo("sha256"))
        .body("items[5].reasons.code", contains("APPROVED"))
        .body("items[6].match", nullValue())
        .body("items[6].reasons.code", contains("NO_MATCH"))
        .body("items[7].enabled", equalTo(false))
        .body("next", nullValue());
    as("auditor", "c1")
        .get(cut + "/clearance")
        .then()
        .statusCode(200)
        .body("verdict", equalTo("BLOCKED"))
        .body("ledgerSize", equalTo((int) ledgerSize("c1")))
        .body("verdicts.CLEARED", equalTo(3))
        .body("blocking.index", contains(3, 4, 6))
        .body("blocking[1].reasons.code", hasItem("REFUSED"));
    as("auditor", "c1")
        .get(cut)
        .then()
        .statusCode(200)
        .body("name", equalTo("Reel 1"))
        .body("rate", equalTo("24"))
        .body("elements", equalTo(8))
        .body("matched", equalTo(6))
        .body("verdicts.UNRECORDED", equalTo(1))
        .body("locked", nullValue());
  }

  @Test
  void elementsAreListedByPageAndByVerdict() {
    everythingButTheInsert("c2");
    var cut = imported("c2", "Reel 1");

    var first = as("auditor", "c2").get(cut + "/elements?limit=5").then().statusCode(200);

    first.body("items", hasSize(5));
    as("auditor", "c2")
        .get(cut + "/elements?limit=5&cursor=" + first.extract().path("next"))
        .then()
        .statusCode(200)
        .body("items.index", contains(5, 6, 7))
        .body("next", nullValue());
    as("auditor", "c2")
        .get(cut + "/elements?verdict=CLEARED")
        .then()
        .statusCode(200)
        .body("items.name", contains("crowd", "stunt", "street"));
    as("auditor", "c2")
        .get(cut + "/elements/4")
        .then()
        .statusCode(200)
        .body("name", equalTo("voice"))
        .body("verdict", equalTo("BLOCKED"));
    for (var bad :
        List.of("?verdict=FINE", "?limit=0", "?limit=x", "?cursor=%C3%BC", "?at=someday")) {
      problem(as("auditor", "c2").get(cut + "/elements" + bad).then(), 400, "invalid-parameter");
    }
    for (var missing : List.of("/8", "/99999999/lineage")) {
      problem(as("auditor", "c2").get(cut + "/elements" + missing).then(), 404, "not-found");
    }
  }

  @Test
  void theLineageOfAnElementUpToToolPromptAndApprovalIsOneCall() {
    everythingButTheInsert("c3");
    var cut = imported("c3", "Reel 1");

    as("production", "c3")
        .get(cut + "/elements/2/lineage")
        .then()
        .statusCode(200)
        .body("verdict", equalTo("CLEARED"))
        .body("match.asset", equalTo("stunt"))
        .body("reasons.code", contains("APPROVED"))
        .body("nodes.kind", hasItems("element", "asset", "generation", "tool", "model", "review"))
        .body("nodes.kind", hasItems("classification", "policy-pack", "approval"))
        .body("nodes.find { it.kind == 'generation' }.attributes.prompt", equalTo("a fall"))
        .body("nodes.find { it.kind == 'approval' }.attributes.statement", equalTo("fine with us"))
        .body("edges[0].relation", equalTo("shows"))
        .body("edges[0].to", equalTo("asset:stunt/v001"));
    as("auditor", "c3")
        .get(cut + "/elements/2/lineage")
        .then()
        .statusCode(200)
        .body("nodes.find { it.kind == 'generation' }.attributes.prompt", nullValue());
    as("production", "c3")
        .get(cut + "/elements/2/lineage?depth=1")
        .then()
        .statusCode(200)
        .body("nodes.kind", contains("element", "asset"));
    as("production", "c3")
        .get(cut + "/elements/2/lineage?direction=down")
        .then()
        .statusCode(200)
        .body("nodes.kind", contains("element", "cut"));
    as("production", "c3")
        .get(cut + "/elements/6/lineage")
        .then()
        .statusCode(200)
        .body("verdict", equalTo("UNRECORDED"))
        .body("nodes.kind", contains("element"));
  }

  @Test
  void aCutIsLockedOnlyWhenNothingBlocksIt() {
    var events = new CutEvents("c4");
    everythingButTheInsert("c4");
    var cut = imported("c4", "Reel 1");

    problem(as("auditor", "c4").post(cut + "/lock").then(), 403, "forbidden");
    problem(as("production", "c4").post(cut + "/lock").then(), 409, "not-allowed-now")
        .body("details.verdict", equalTo("BLOCKED"))
        .body("details.blocking.index", contains(3, 4, 6))
        .body("details.blocking[2].reasons.code", contains("NO_MATCH"));

    insertArrives("c4");
    sendTo(
        Topic.APPROVAL,
        events.granted("face", "asset-version"),
        events.closed("face"),
        events.granted("voice", "asset-version"),
        events.closed("voice"));
    inLedger("c4", events.closed("voice"));

    as("auditor", "c4")
        .get(cut + "/elements/6")
        .then()
        .statusCode(200)
        .body("verdict", equalTo("CLEARED"))
        .body("match.asset", equalTo("insert"))
        .body("match.by", equalTo("file-name"));
    var locked =
        as("production", "c4")
            .post(cut + "/lock")
            .then()
            .statusCode(200)
            .body("locked.verdict", equalTo("CLEARED"))
            .body("locked.lockedBy", equalTo("user:kim"));
    String lockEvent = locked.extract().path("locked.eventId");
    as("auditor", "c4")
        .get("/v1/titles/c4/events/" + lockEvent)
        .then()
        .statusCode(200)
        .header("Picturelock-Position", locked.extract().path("locked.ledgerSize").toString())
        .body("type", equalTo("picturelock.cut.locked.v1"));
    as("production", "c4")
        .post(cut + "/lock")
        .then()
        .statusCode(200)
        .body("locked.eventId", equalTo(lockEvent));
  }

  @Test
  void theSameLedgerPositionGivesTheSameClearanceForEver() {
    var events = new CutEvents("c5");
    everythingButTheInsert("c5");
    var cut = imported("c5", "Reel 1");
    long before = ledgerSize("c5");

    sendTo(Topic.APPROVAL, events.revoked("street-2"), events.revoked("stunt"));
    inLedger("c5", events.revoked("stunt"));

    as("auditor", "c5")
        .get(cut + "/elements?verdict=BLOCKED")
        .then()
        .statusCode(200)
        .body("items.index", contains(2, 4, 5))
        .body("items[0].reasons[0].code", equalTo("APPROVAL_REVOKED"))
        .body("items[2].reasons[0].code", equalTo("APPROVAL_REVOKED"));
    as("auditor", "c5")
        .get(cut + "/elements?verdict=BLOCKED&at=" + before)
        .then()
        .statusCode(200)
        .body("items.index", contains(4));
    problem(as("auditor", "c5").get(cut + "/clearance?at=100000").then(), 400, "invalid-parameter");
  }

  @Test
  void anElementIsAsGoodAsTheWorstOfItsInputs() {
    var events = new CutEvents("c6");
    var crowd =
        events.registered(
            "crowd",
            "altered",
            List.of(),
            SampleEvents.input("layer", "v001"),
            new dev.picturelock.contracts.event.Input(
                null, null, SampleEvents.sha256("sky/v001"), null, null, null),
            new dev.picturelock.contracts.event.Input(
                null, null, SampleEvents.sha256("never seen"), null, null, null));
    send(events.opened(), crowd, events.registered("sky", "none", List.of()));
    sendTo(Topic.CLASSIFICATION, events.classified("crowd", RiskTier.LOW));
    inLedger("c6", events.classified("crowd", RiskTier.LOW));
    inLedger("c6", events.registered("sky", "none", List.of()));

    var cut = imported("c6", "Reel 1");

    as("auditor", "c6")
        .get(cut + "/elements/1")
        .then()
        .statusCode(200)
        .body("verdict", equalTo("UNRECORDED"))
        .body("reasons.findAll { it.code == 'INPUT_UNKNOWN' }", hasSize(2))
        .body("reasons.detail", hasItem(containsString("sha256:")))
        .body("reasons.asset", hasItem("layer"))
        .body("reasons.asset", not(hasItem("sky")));
  }

  @Test
  void theSameFileUnderTheSameNameIsTheSameCut() {
    var events = new CutEvents("c7");
    send(events.opened());
    inLedger("c7", events.opened());

    var first = send("c7", "?name=Reel%201", sample()).statusCode(201);
    var again = send("c7", "?name=Reel%201&format=otio", sample()).statusCode(200);
    var other = send("c7", "?name=reel.1", sample()).statusCode(201);
    var recounted = send("c7", "?name=Reel%201&rate=23.976", sample()).statusCode(201);

    String cut = first.extract().path("cut");
    assertThat(cut).matches("reel-1-[0-9a-f]{8}");
    first
        .header("Location", endsWith("/v1/titles/c7/cuts/" + cut))
        .body("elements", equalTo(8))
        .body("matched", equalTo(0))
        .body("unmatched", equalTo(8))
        .body("verdict", equalTo("UNRECORDED"));
    again.body("cut", equalTo(cut)).body("eventId", equalTo(first.extract().path("eventId")));
    other.body("cut", not(equalTo(cut)));
    as("auditor", "c7")
        .get("/v1/titles/c7/cuts/" + recounted.extract().path("cut"))
        .then()
        .statusCode(200)
        .body("rate", equalTo("24000/1001"));
    as("auditor", "c7")
        .get("/v1/titles/c7/events/" + first.extract().path("eventId"))
        .then()
        .statusCode(200)
        .body("type", equalTo("picturelock.cut.imported.v1"))
        .body("data.elementsSha256", notNullValue());
    var page = as("auditor", "c7").get("/v1/titles/c7/cuts?limit=2").then().statusCode(200);
    page.body("items", hasSize(2));
    as("auditor", "c7")
        .get("/v1/titles/c7/cuts?limit=2&cursor=" + page.extract().path("next"))
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("next", nullValue());
  }

  @Test
  void theSameFileThatIsCountedAtTwoRatesAtTheSameTimeIsTwoCuts() throws Exception {
    var events = new CutEvents("c20");
    send(events.opened());
    inLedger("c20", events.opened());

    for (int round = 0; round < 10; round++) {
      var name = "?name=Reel%20" + round;
      var together = new CyclicBarrier(2);
      try (var threads = Executors.newFixedThreadPool(2)) {
        var sent =
            threads.invokeAll(
                Stream.of("&rate=24", "&rate=25")
                    .<Callable<String>>map(rate ->
                        () -> {
                          together.await();
                          return send("c20", name + rate, sample())
                              .statusCode(201)
                              .extract()
                              .path("cut");
                        })
                    .toList());

        assertThat(sent.getFirst().get()).isNotEqualTo(sent.getLast().get());
      }
    }
  }

  @Test
  void theReceiptsOfACutProveEverythingItLeansOn() throws IOException {
    var events = new CutEvents("c12");
    everythingButTheInsert("c12");
    var cut = imported("c12", "Reel 1");
    send(events.registered("nobody shows me", "none", List.of()));
    inLedger("c12", events.registered("nobody shows me", "none", List.of()));

    var files =
        unzipped(as("auditor", "c12").get(cut + "/receipts").then().statusCode(200).extract());

    var key = VerifierKey.parse(text(files, "key").stripTrailing());
    var elements = JsonPath.from(text(files, "elements.json"));
    assertThat(elements.getString("verdict")).isEqualTo("BLOCKED");
    assertThat(elements.getList("elements.verdict"))
        .containsExactly(
            "NO_AI", "CLEARED", "CLEARED", "PENDING", "BLOCKED", "CLEARED", "UNRECORDED", null);
    assertThat(elements.<String>getList("elements[2].events"))
        .containsExactlyInAnyOrder(
            ids(
                events.registered("stunt", "generated", List.of()),
                events.classified("stunt", RiskTier.ESCALATE),
                events.reviewOpened("stunt"),
                events.granted("stunt", "asset-version"),
                events.closed("stunt")));
    // covered by the approval of another asset of the same use
    assertThat(elements.<String>getList("elements[5].events"))
        .contains(ids(events.granted("street-2", "use"), events.closed("street-2")))
        .contains(ids(events.reviewOpened("street"), events.reviewOpened("street-2")));
    assertThat(elements.<String>getList("elements[6].events")).isEmpty();
    var told = new TreeSet<>(elements.<String>getList("events"));
    elements.<List<String>>getList("elements.events").forEach(told::addAll);
    assertThat(files.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of("checkpoint", "key", "elements.json"),
                    told.stream()
                        .flatMap(id ->
                            Stream.of("events/" + id + ".json", "receipts/" + id + ".tlog-proof")))
                .toList());
    for (var id : told) {
      var receipt = bytes(files, "receipts/" + id + ".tlog-proof");
      assertThat(Receipt.check(receipt, bytes(files, "events/" + id + ".json"), key))
          .isInstanceOf(ReceiptResult.Verified.class);
      assertThat(new String(receipt, UTF8)).endsWith("\n\n" + text(files, "checkpoint"));
    }
  }

  @Test
  void theReceiptsOfACutSayHowOneLogFollowsTheOther() throws IOException {
    everythingButTheInsert("c15");
    var cut = imported("c15", "Reel 1");
    rotate("c15", "SCHEDULED").statusCode(200);
    var between = unzipped(as("auditor", "c15").get(cut + "/receipts").then().extract());
    insertArrives("c15");
    rotate("c15", "SCHEDULED").statusCode(200);

    var files = unzipped(as("auditor", "c15").get(cut + "/receipts").then().extract());

    // a log that no event of the cut is in is there as well, as its key may be the one at hand
    assertFollows(between, "logs/1/", "");
    assertThat(files.keySet()).doesNotContain("logs/1/rotation.json");
    assertFollows(files, "logs/1/", "logs/2/");
    assertFollows(files, "logs/2/", "");
    assertThat(text(files, "logs/1/key")).isEqualTo(text(between, "logs/1/key"));
  }

  @Test
  void theReceiptsOfACutAreForWhoeverMayReadIt() {
    everythingButTheInsert("c13");
    var cut = imported("c13", "Reel 1");

    given().get(cut + "/receipts").then().statusCode(401);
    problem(as("auditor", "elsewhere").get(cut + "/receipts").then(), 403, "forbidden");
    problem(as("auditor", "c13").get(cut + "x/receipts").then(), 404, "not-found");
    problem(as("auditor", "c13").get(cut + "/receipts?at=100000").then(), 400, "invalid-parameter");
    var earlier = as("auditor", "c13").get(cut + "/receipts?at=1").then().statusCode(200).extract();

    assertThat(earlier.header("Content-Disposition")).contains("-receipts.zip");
  }

  @Test
  void whoHasReadReceiptsOrNeverWillKeepsNobodyFromTheNext() {
    everythingButTheInsert("c13-many");
    var cut = imported("c13-many", "Reel 1");

    for (int i = 0; i < 20; i++) {
      as("auditor", "c13-many").get(cut + "/receipts").then().statusCode(200);
      as("auditor", "c13-many").head(cut + "/receipts").then().statusCode(200);
    }
  }

  @Test
  void manyWhoSendTheSameFileAtOnceMakeOneCut() {
    var events = new CutEvents("c11");
    send(events.opened());
    inLedger("c11", events.opened());

    var answers =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(_ -> send("c11", "?name=Reel%201", sample()).extract())
            .toList();

    assertThat(answers).extracting(a -> a.statusCode()).containsOnly(200, 201);
    assertThat(answers).filteredOn(a -> a.statusCode() == 201).hasSize(1);
    assertThat(answers.stream().map(a -> a.<String>path("eventId")).distinct()).hasSize(1);
    assertThat(ledgerSize("c11")).isEqualTo(2);
  }

  @Test
  void whatCannotBeReadIsAnsweredWithWhatIsWrongAndWhere() {
    var events = new CutEvents("c8");
    send(events.opened());
    inLedger("c8", events.opened());
    var text = new String(sample(), StandardCharsets.UTF_8);

    problem(
            send("c8", "", text.replaceFirst("\"value\": 24,", "\"value\": -24,").getBytes(UTF8)),
            422,
            "broken-file")
        .body("errors[0].pointer", containsString("/tracks/children/0/children/0/source_range"));
    problem(send("c8", "", text.substring(0, 500).getBytes(UTF8)), 422, "broken-file")
        .body("errors[0].detail", containsString("line "));
    problem(
            send("c8", "", text.replace("\"plate\"", "\"pla\\u0000te\"").getBytes(UTF8)),
            422,
            "broken-file")
        .body("errors[0].pointer", endsWith("/children/0/name"));
    problem(
            send("c8", "", "TITLE: REEL 1\nFCM: NON-DROP FRAME\n".getBytes(UTF8)),
            422,
            "unsupported-format")
        .body("detail", containsString("Export OpenTimelineIO"));
    problem(send("c8", "", new byte[0]), 400, "malformed-body");
    var huge = "1" + "0".repeat(30);
    var sentHuge = text.replaceFirst("\"value\": 86400", "\"value\": " + huge).getBytes(UTF8);
    problem(send("c8", "", sentHuge), 422, "broken-file");
    for (var bad :
        List.of(
            "?format=tape",
            "?format=edl",
            "?rate=fast",
            "?rate=0",
            "?rate=1/0",
            "?name=%00",
            "?name=%20")) {
      assertThat(send("c8", bad, sample()).extract().statusCode()).as(bad).isEqualTo(400);
    }
    problem(as("production", "c8").get("/v1/titles/c8/cuts/a%00b").then(), 404, "not-found");
    problem(as("production", "c8").get("/v1/titles/c8/cuts/none").then(), 404, "not-found");
    as("production", "c8").get("/v1/titles/c8/cuts").then().body("items", hasSize(0));
  }

  @Test
  void aTitleIsAWall() {
    everythingButTheInsert("c9");
    var cut = imported("c9", "Reel 1");

    given().get(cut).then().statusCode(401);
    for (var path : List.of("", "/elements", "/elements/0/lineage", "/clearance")) {
      problem(as("production", "elsewhere").get(cut + path).then(), 403, "forbidden");
    }
    problem(as("production", "elsewhere").post(cut + "/lock").then(), 403, "forbidden");
    problem(as("auditor", "c9").body(sample()).post("/v1/titles/c9/cuts").then(), 403, "forbidden");
    problem(
        as("production", "c9-never").body(sample()).post("/v1/titles/c9-never/cuts").then(),
        404,
        "not-found");
  }

  @Test
  void filesOfRealEditingSystemsAreTakenIn() throws IOException {
    assumeTrue(Files.isDirectory(TIMELINES), "sample timelines are not at " + TIMELINES);
    var events = new CutEvents("c10");
    send(events.opened());
    inLedger("c10", events.opened());

    for (var name : List.of("screening_example", "multitrack")) {
      var file = Files.readAllBytes(TIMELINES.resolve(name + ".otio"));
      var added = send("c10", "?name=%20" + name, file).statusCode(201);
      int elements = added.extract().path("elements");
      assertThat(elements).isPositive();
      as("auditor", "c10")
          .get("/v1/titles/c10/cuts/" + added.extract().path("cut") + "/elements?limit=1000")
          .then()
          .statusCode(200)
          .body("items", hasSize(elements))
          .body("items.verdict", hasItem("UNRECORDED"));
    }
  }

  private static final java.nio.charset.Charset UTF8 = StandardCharsets.UTF_8;

  /// Everything the sample shows but its insert, in the order of the topics, not of time: reviews
  /// come before the assets they are about.
  private void everythingButTheInsert(String title) {
    var events = new CutEvents(title);
    var prompt = disclosures.disclose("prompt", "a fall");
    var stunt = events.registered("stunt", "generated", List.of(prompt.digest()));
    sendTo(
        Topic.APPROVAL,
        events.reviewOpened("stunt"),
        events.granted("stunt", "asset-version"),
        events.closed("stunt"),
        events.reviewOpened("face"),
        events.reviewOpened("voice"),
        events.refused("voice"),
        events.reviewOpened("street"),
        events.reviewOpened("street-2"),
        events.granted("street-2", "use"),
        events.closed("street-2"));
    sendTo(
        Topic.CLASSIFICATION,
        events.classified("crowd", RiskTier.LOW),
        events.classified("stunt", RiskTier.ESCALATE),
        events.classified("face", RiskTier.ESCALATE),
        events.classified("voice", RiskTier.ESCALATE),
        events.classified("street", RiskTier.ESCALATE));
    var last = events.registered("street", "generated", List.of());
    send(
        events.opened(),
        events.registered("sky", "none", List.of()),
        events.registered("crowd", "generated", List.of()),
        stunt,
        events.registered("face", "generated", List.of()),
        events.registered("voice", "generated", List.of()),
        last);
    disclose(title, stunt, prompt);
    inLedger(title, last);
    inLedger(title, events.closed("street-2"));
    inLedger(title, events.classified("street", RiskTier.ESCALATE));
  }

  private void insertArrives(String title) {
    var events = new CutEvents(title);
    var name = disclosures.disclose("name", "Caf\u00e9_v001.mov");
    var insert = events.registered("insert", "generated", List.of(name.digest()));
    send(insert);
    sendTo(Topic.CLASSIFICATION, events.classified("insert", RiskTier.LOW));
    disclose(title, insert, name);
    inLedger(title, insert);
    inLedger(title, events.classified("insert", RiskTier.LOW));
  }

  private static String imported(String title, String name) {
    String cut =
        send(title, "?name=%20" + name.replace(" ", "%20"), sample())
            .statusCode(201)
            .extract()
            .path("cut");
    return "/v1/titles/" + title + "/cuts/" + cut;
  }

  private static Map<String, byte[]> unzipped(ExtractableResponse<?> answer) throws IOException {
    assertThat(answer.contentType()).isEqualTo("application/zip");
    var files = new TreeMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(files.put(entry.getName(), zip.readAllBytes())).isNull();
      }
    }
    return files;
  }

  /// The first entry of the log in the second folder says where the one in the first folder ended.
  private static void assertFollows(Map<String, byte[]> files, String before, String after) {
    var receipt = bytes(files, after + "rotation.tlog-proof");
    var entry = bytes(files, after + "rotation.json");
    var ended = SignedCheckpoint.parse(bytes(files, before + "checkpoint")).checkpoint();
    var oldKey = VerifierKey.parse(text(files, before + "key").stripTrailing());
    var newKey = VerifierKey.parse(text(files, after + "key").stripTrailing());

    assertThat(Receipt.check(receipt, entry, newKey)).isInstanceOf(ReceiptResult.Verified.class);
    assertThat(Receipt.parse(receipt).index().value()).isZero();
    assertThat(text(files, after + "rotation.tlog-proof"))
        .endsWith("\n\n" + text(files, after + "checkpoint"));
    var statement = Note.parse(((LogRotated) EventCodec.decode(entry).fact()).statement());
    assertThat(statement.text()).contains("\n" + ended.text(), newKey.format());
    assertThat(statement.verify(List.of(oldKey, newKey)))
        .isInstanceOfSatisfying(
            NoteResult.Authentic.class, by -> assertThat(by.endorsements()).hasSize(2));
  }

  private static byte[] bytes(Map<String, byte[]> files, String name) {
    return java.util.Objects.requireNonNull(files.get(name), name);
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(bytes(files, name), UTF8);
  }

  private static String[] ids(Event... events) {
    return Stream.of(events).map(event -> event.id().toString()).toArray(String[]::new);
  }

  private static ValidatableResponse send(String title, String query, byte[] file) {
    return as("production", title)
        .contentType("application/json")
        .body(file)
        .urlEncodingEnabled(false)
        .post("/v1/titles/" + title + "/cuts" + query)
        .then();
  }

  private static byte[] sample() {
    try (var stream = CutSliceTest.class.getResourceAsStream("every-verdict.otio")) {
      return java.util.Objects.requireNonNull(stream, "every-verdict.otio").readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:picturelock:problem:" + slug));
  }

  private static void send(Event... events) {
    sendTo(Topic.INTAKE, events);
  }

  private static void sendTo(Topic topic, Event... events) {
    TestRecords.send(
        topic.topicName(), events[0].titleId(), Stream.of(events).map(EventCodec::encode).toList());
  }

  private void disclose(String title, Event event, Disclosure disclosure) {
    var sealed = disclosures.seal(title, event.id(), disclosure);
    TestRecords.send(Topic.DISCLOSURE.topicName(), sealed.key(), List.of(sealed.toBytes()));
    Awaitility.await()
        .atMost(LedgerApi.PATIENCE)
        .until(() ->
            sql.first(
                    "SELECT 1 AS there FROM disclosure WHERE digest = ?",
                    row -> row.integer("there"),
                    disclosure.digest())
                .isPresent());
  }

  private static void inLedger(String title, Event event) {
    LedgerApi.awaitLogged(title, event.id());
  }

  private long ledgerSize(String title) {
    return sql.first(
            "SELECT size FROM log_state WHERE title_id = ?", row -> row.integer("size"), title)
        .orElseThrow();
  }

  private static RequestSpecification as(String role, String title) {
    return given().auth().oauth2(TestTokens.user("kim").title(title, role).token());
  }
}
