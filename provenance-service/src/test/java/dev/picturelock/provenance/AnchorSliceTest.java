package dev.picturelock.provenance;

import static dev.picturelock.provenance.LedgerApi.auditor;
import static dev.picturelock.provenance.LedgerApi.checkpoint;
import static dev.picturelock.provenance.LedgerApi.checkpointOfLogOfLogs;
import static dev.picturelock.provenance.LedgerApi.key;
import static dev.picturelock.provenance.LedgerApi.keyOfLogOfLogs;
import static dev.picturelock.provenance.LedgerApi.read;
import static dev.picturelock.provenance.LedgerApi.record;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.provenance.ledger.anchoring.LogOfLogs;
import dev.picturelock.testkit.TestTokens;
import dev.picturelock.tlog.anchor.Anchor;
import dev.picturelock.tlog.anchor.AnchorEntry;
import dev.picturelock.tlog.anchor.AnchorResult;
import dev.picturelock.tlog.anchor.Commitment;
import dev.picturelock.tlog.anchor.Label;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import dev.picturelock.tlog.tile.EntryBundle;
import dev.picturelock.tlog.tile.EntryTile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ProvenanceSlice
@QuarkusTestResource(value = WitnessesResource.class, restrictToAnnotatedClass = true)
class AnchorSliceTest {
  private final LogOfLogs logOfLogs;

  @Inject
  AnchorSliceTest(LogOfLogs logOfLogs) {
    this.logOfLogs = logOfLogs;
  }

  @Test
  void theLogOfLogsCommitsToEveryLogThatChangedAndShowsNoTitle() {
    record(new SampleEvents("a-one").opened());
    record(new SampleEvents("a-two").opened());

    logOfLogs.anchorChanged(Duration.ZERO);

    var bytes = entries().getLast();
    var entry = AnchorEntry.parse(bytes);
    for (var title : List.of("a-one", "a-two")) {
      assertThat(entry.of(Label.of(key(title), entry.time())))
          .contains(Commitment.of(checkpoint(title).checkpoint()));
      assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain(title);
    }
    assertThat(entry.checkpoints()).hasSize(8);
    assertThat(checkpointOfLogOfLogs().checkpoint().origin()).startsWith("localhost/prov");
  }

  @Test
  void aReaderOfTheTitleGetsTheProofAndNobodyElse() {
    var events = new SampleEvents("a-proof");
    record(events.opened());
    auditor("a-proof").get("/v1/titles/a-proof/log/anchor").then().statusCode(404);
    logOfLogs.anchorChanged(Duration.ZERO);
    var anchored = checkpoint("a-proof").checkpoint();
    record(events.registered("comp", "v001", "generated"));

    var newest = read("a-proof", "/log/anchor");
    var first = read("a-proof", "/log/anchor?size=1");
    var sameByNumber = read("a-proof", "/logs/1/anchor?size=1");

    var result =
        Anchor.check(first, key("a-proof"), key("a-proof").name(), Policy.ofLog(keyOfLogOfLogs()));
    assertThat(result)
        .isInstanceOfSatisfying(
            AnchorResult.Verified.class,
            verified -> assertThat(verified.anchored()).isEqualTo(anchored));
    assertThat(Anchor.parse(newest).checkpoint()).isEqualTo(Anchor.parse(first).checkpoint());
    assertThat(Anchor.parse(sameByNumber).entry()).isEqualTo(Anchor.parse(first).entry());
    auditor("a-proof").get("/v1/titles/a-proof/log/anchor?size=2").then().statusCode(404);
    auditor("a-proof").get("/v1/titles/a-proof/log/anchor?size=02").then().statusCode(400);
    auditor("elsewhere").get("/v1/titles/a-proof/log/anchor").then().statusCode(403);
    given().get("/v1/titles/a-proof/log/anchor").then().statusCode(401);
  }

  @Test
  void aReceiptCanBeRefreshedToACheckpointThatIsAnchored() {
    var events = new SampleEvents("a-receipt");
    var path = "/events/" + events.opened().id() + "/receipt?anchored";
    record(events.opened());
    auditor("a-receipt").get("/v1/titles/a-receipt" + path).then().statusCode(404);
    logOfLogs.anchorChanged(Duration.ZERO);
    record(events.registered("comp", "v001", "generated"));

    var bytes = read("a-receipt", path);

    assertThat(Receipt.check(bytes, EventCodec.encode(events.opened()), key("a-receipt")))
        .isInstanceOf(ReceiptResult.Verified.class);
    var receipt = Receipt.parse(bytes);
    var size = receipt.checkpoint().checkpoint().size();
    var anchor = Anchor.parse(read("a-receipt", "/log/anchor?size=" + size));
    assertThat(anchor.checkpoint()).isEqualTo(receipt.checkpoint());
  }

  @Test
  void anAnchorCanBeWaitedFor() throws Exception {
    record(new SampleEvents("a-wait").opened());

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = threads.submit(() -> read("a-wait", "/log/anchor?wait=20s"));
      logOfLogs.anchorChanged(Duration.ZERO);

      assertThat(Anchor.parse(waiting.get()).checkpoint().checkpoint().size())
          .isEqualTo(new TreeSize(1));
    }
  }

  @Test
  void whoWaitsForAllTheyCanGetLeavesRoomForOthersToWait() throws Exception {
    var events = new SampleEvents("a-greedy");
    record(events.opened());
    Callable<Integer> patient = () -> statusOfWaiting("greedy", "?size=2&wait=30s");
    var shortly = "?size=99&wait=1s";

    try (var threads = Executors.newCachedThreadPool()) {
      var answers = Stream.generate(() -> threads.submit(patient)).limit(40).toList();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> answers.stream().filter(Future::isDone).count() == 8);

      assertThat(statusOfWaiting("greedy", shortly)).isEqualTo(429);
      assertThat(statusOfWaiting("modest", shortly)).isEqualTo(404);

      record(events.registered("comp", "v001", "generated"));
      logOfLogs.anchorChanged(Duration.ZERO);
      var statuses = new ArrayList<Integer>();
      for (var answer : answers) {
        statuses.add(answer.get());
      }
      assertThat(statuses).containsOnly(200, 429);
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(32);
    }
    assertThat(statusOfWaiting("greedy", shortly)).isEqualTo(404);
  }

  private static int statusOfWaiting(String account, String query) {
    return given()
        .auth()
        .oauth2(TestTokens.user(account).title("a-greedy", "auditor").token())
        .get("/v1/titles/a-greedy/log/anchor" + query)
        .statusCode();
  }

  @Test
  void nothingIsSaidTwiceHoweverManyInstancesLook() throws Exception {
    record(new SampleEvents("a-many").opened());
    int before = size();

    List<Callable<Integer>> looks =
        IntStream.range(0, 8)
            .<Callable<Integer>>mapToObj(i -> () -> logOfLogs.anchorChanged(Duration.ZERO))
            .toList();
    int anchored = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var look : threads.invokeAll(looks)) {
        anchored += look.get() > 0 ? 1 : 0;
      }
    }

    assertThat(anchored).isEqualTo(1);
    assertThat(size()).isEqualTo(before + 1);
  }

  @Test
  void aSecondEntryWaitsForThePeriodToBeOver() {
    record(new SampleEvents("a-period").opened());
    logOfLogs.anchorChanged(Duration.ZERO);
    record(new SampleEvents("a-period").registered("comp", "v001", "generated"));

    assertThat(logOfLogs.anchorChanged(Duration.ofHours(1))).isZero();
    assertThat(logOfLogs.anchorChanged(Duration.ZERO)).isEqualTo(1);
  }

  @Test
  void everyEntryIsLaterThanTheOneBefore() {
    var events = new SampleEvents("a-order");
    for (var version : List.of("v001", "v002", "v003")) {
      record(events.registered("comp", version, "generated"));
      logOfLogs.anchorChanged(Duration.ZERO);
    }

    var times =
        entries().stream()
            .filter(entry -> new String(entry, StandardCharsets.UTF_8).startsWith("{\"checkpoints"))
            .map(entry -> AnchorEntry.parse(entry).time())
            .toList();

    assertThat(times).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void anchorsOutliveTheKeyOfTheLogOfLogs() {
    var events = new SampleEvents("a-rotated");
    record(events.opened());
    logOfLogs.anchorChanged(Duration.ZERO);
    var oldKey = keyOfLogOfLogs();

    rotate("/v1/log");
    record(events.registered("comp", "v001", "generated"));
    logOfLogs.anchorChanged(Duration.ZERO);

    assertThat(keyOfLogOfLogs()).isNotEqualTo(oldKey);
    assertThat(new String(read("/v1/logs/1/key"), StandardCharsets.UTF_8).strip())
        .isEqualTo(oldKey.format());
    assertThat(SignedCheckpoint.parse(read("/v1/logs/1/checkpoint")).checkpoint().origin())
        .isEqualTo(oldKey.name());
    assertThat(read("/v1/logs/1/tile/entries/000.p/1")).isNotEmpty();
    for (var anchored : Map.of(1, oldKey, 2, keyOfLogOfLogs()).entrySet()) {
      var anchor = read("a-rotated", "/log/anchor?size=" + anchored.getKey());
      assertThat(
              Anchor.check(
                  anchor,
                  key("a-rotated"),
                  key("a-rotated").name(),
                  Policy.ofLog(anchored.getValue())))
          .isInstanceOf(AnchorResult.Verified.class);
    }
  }

  @Test
  void theLastCheckpointOfAFrozenLogIsAnchoredToo() {
    var events = new SampleEvents("a-frozen");
    record(events.opened());
    rotate("/v1/titles/a-frozen/log");

    logOfLogs.anchorChanged(Duration.ZERO);

    for (var log : List.of("1", "2")) {
      var anchor = Anchor.parse(read("a-frozen", "/logs/" + log + "/anchor"));
      assertThat(anchor.checkpoint().checkpoint().size()).isEqualTo(new TreeSize(1));
    }
  }

  @Test
  void theLogOfLogsIsNoTitle() {
    record(new SampleEvents("a-no-title").opened());
    logOfLogs.anchorChanged(Duration.ZERO);

    auditor(".logs")
        .get("/v1/titles/.logs/log/anchor")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:picturelock:problem:not-found"));
  }

  private static void rotate(String log) {
    given()
        .auth()
        .oauth2(TestTokens.demo("admin").token())
        .contentType("application/json")
        .body("{\"reason\":\"SCHEDULED\"}")
        .post(log + "/rotation")
        .then()
        .statusCode(200);
  }

  private static int size() {
    return Math.toIntExact(checkpointOfLogOfLogs().checkpoint().size().value());
  }

  /// All entries of the log of logs, as everybody with an account may read them.
  private static List<byte[]> entries() {
    var entries = new ArrayList<byte[]>();
    for (long n = 0; entries.size() < size(); n++) {
      var bundle = new EntryTile(n, Math.min(256, size() - entries.size()));
      entries.addAll(EntryBundle.decode(read("/v1/log/" + bundle.path()), bundle.width()));
    }
    return entries;
  }
}
