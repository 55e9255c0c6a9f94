package dev.picturelock.endtoend;

import static dev.picturelock.endtoend.Account.LEGAL;
import static dev.picturelock.endtoend.Service.PROVENANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What is erased is nowhere any more, neither in the clear nor under any key that is left; what is
/// not erased is still told, and the ledger proves what it proved before.
///
/// The file name of one asset stays: a search that cannot find proves nothing.
@FlowTest
@Order(2)
class ErasureTest {

  private static final String TOPIC = "picturelock.disclosure.v1";
  private static final Set<String> STAYS = Set.of("name");
  private static final Set<String> GOES =
      Set.of(
          "prompt",
          "negativeprompt",
          "promptparameter",
          "operator",
          "account",
          "talent",
          "cutname",
          "person",
          "signer",
          "legalname",
          "professionalname",
          "documentreference",
          "authority",
          "consentnote");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final RunningStack stack;
  private final Api api;
  private final Ledger ledger;
  private final KeysLeft keys;
  private final Marker marker = new Marker();
  private final Planting planting;

  private final Set<String> openedBefore = new TreeSet<>();
  private final Set<String> filesBefore = new TreeSet<>();
  private final Map<String, Proof> proofs = new HashMap<>();
  private final List<String> redactions = new ArrayList<>();
  private final List<KeysLeft.Row> backup = new ArrayList<>();
  private final Set<String> erased = new HashSet<>();
  private @Nullable Checkpoint before;

  /// An entry and what was given for it before the erasure.
  @SuppressWarnings("ArrayRecordComponent") // compared by content where it matters
  private record Proof(byte[] entry, byte[] receipt) {}

  ErasureTest(RunningStack stack) {
    this.stack = stack;
    this.api = new Api(stack);
    this.ledger = new Ledger(api, Demo.TITLE);
    this.keys = new KeysLeft(stack);
    this.planting = new Planting(api, marker);
  }

  @BeforeAll
  void plantAndErase() throws ExecutionException, InterruptedException, SQLException {
    makeSegmentsShort();
    var planted = planting.plant();
    await("all values at rest")
        .atMost(PATIENCE)
        .until(() -> kindsIn(opened(keys.rows())).containsAll(GOES));
    backup.addAll(keys.rows());
    openedBefore.addAll(kindsIn(openedOfTopic()));
    for (var event : events(planted).toList()) {
      proofs.put(event, new Proof(ledger.event(event), ledger.receipt(event)));
    }
    before = ledger.checkpoint();
    filesBefore.addAll(databaseFilesThatTell());

    erase(planted);

    await("compaction of what was erased")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> new SegmentFiles(stack, TOPIC).keys().stream().noneMatch(erased::contains));
    rewriteOutboxes();
  }

  @Test
  void wasThereToBeFound() {
    assertThat(openedBefore).containsAll(GOES).containsAll(STAYS);
    assertThat(filesBefore).isNotEmpty();
    assertThat(erased).hasSizeGreaterThan(GOES.size());
  }

  @Test
  void isInNoTableTopicExportOrFileInTheClear() {
    var finds = new TreeMap<String, Set<String>>();
    EverythingKept.Reader search =
        (place, bytes) -> {
          var kinds =
              marker.in(bytes).stream()
                  .filter(kind -> GOES.contains(kind.replaceFirst("^\\[.*] ", "")))
                  .collect(Collectors.toSet());
          if (!kinds.isEmpty()) {
            finds.computeIfAbsent(place, _ -> new TreeSet<>()).addAll(kinds);
          }
        };
    var everything = new EverythingKept(stack);

    everything.read(search);
    everything.databaseFiles(search);
    ledger.read().entries().forEach(entry -> search.read("export of the log", entry));

    assertThat(finds).isEmpty();
  }

  @Test
  void isOpenedByNoKeyThatIsLeftInTheTopicInATableOrInABackupOfTheDatabase() {
    var inTables = new ArrayList<byte[]>();
    new EverythingKept(stack).read((_, bytes) -> keys.openTransported(bytes, inTables::add));

    assertThat(kindsIn(openedOfTopic())).isEqualTo(STAYS);
    assertThat(kindsIn(inTables)).isEqualTo(STAYS);
    assertThat(kindsIn(opened(keys.rows()))).isEqualTo(STAYS);
    assertThat(kindsIn(opened(backup))).isSubsetOf(STAYS);
  }

  /// The write-ahead log holds values in their form of travel until the server has used its files
  /// again; the operator's guide says so. Nothing else does.
  @Test
  void isInNoFileOfTheDatabaseButItsWriteAheadLog() {
    assertThat(databaseFilesThatTell()).allSatisfy(place -> assertThat(place).contains("/pg_wal/"));
  }

  @Test
  void leavesEveryEntryAndEveryReceiptAsItWas() {
    var now = ledger.checkpoint();

    assertThat(ledger.consistency(Objects.requireNonNull(before), now).isProven()).isTrue();
    assertThat(proofs)
        .allSatisfy((event, proof) -> {
          assertThat(ledger.event(event)).isEqualTo(proof.entry());
          assertThat(Stream.of(proof.receipt(), ledger.receipt(event)))
              .allSatisfy(receipt ->
                  assertThat(Receipt.check(receipt, proof.entry(), ledger.key()))
                      .isInstanceOf(ReceiptResult.Verified.class));
        });
  }

  @Test
  void isNamedInTheLedgerByDigestsAlone() {
    var named =
        redactions.stream()
            .flatMap(id -> ledger.eventJson(id).at("/data/erased").valueStream())
            .map(JsonNode::asText)
            .toList();

    assertThat(named).containsExactlyInAnyOrderElementsOf(erased);
  }

  @Test
  void leavesTheRestToBeTold() {
    var lineage = planting.lineage();

    assertThat(lineage).contains(marker.of("name"), "\"erased\"", "OBJECTION");
    assertThat(GOES.stream().filter(kind -> lineage.contains(marker.of(kind)))).isEmpty();
  }

  /// Files in which a value that goes can be opened.
  private Set<String> databaseFilesThatTell() {
    var places = new TreeSet<String>();
    new EverythingKept(stack)
        .databaseFiles((place, bytes) -> {
          var opened = new ArrayList<byte[]>();
          keys.openTransported(bytes, opened::add);
          if (kindsIn(opened).stream().anyMatch(GOES::contains)) {
            places.add(place);
          }
        });
    return places;
  }

  private void erase(Planting.Planted planted) {
    for (var person :
        List.of(
            marker.of("operator"),
            marker.of("account") + "@example.com",
            "performer:" + marker.of("talent"),
            marker.of("person"),
            marker.of("signer"))) {
      erase("{\"person\": \"" + person + "\", \"ground\": \"OBJECTION\"}");
    }
    var first = planted.assets().getFirst();
    erase(
        """
        {"event": "%s", "ground": "OBJECTION",
         "names": ["prompt", "negativePrompt", "parameters/positivePrompt"]}
        """
            .formatted(first));
    planted.assets().stream()
        .skip(1)
        .forEach(
            event -> erase("{\"event\": \"" + event + "\", \"ground\": \"LEGAL_OBLIGATION\"}"));
  }

  private void erase(String body) {
    var done = api.post(LEGAL, PROVENANCE, "/v1/titles/demo/erasures", body).expect(200);
    redactions.add(done.eventId());
    done.json()
        .path("erased")
        .forEach(value ->
            erased.add(value.path("event").asText() + "/" + value.path("digest").asText()));
  }

  private static Stream<String> events(Planting.Planted planted) {
    return Stream.concat(planted.assets().stream(), Stream.of(planted.guardians()));
  }

  private List<byte[]> opened(List<KeysLeft.Row> rows) {
    var opened = new ArrayList<byte[]>();
    keys.open(rows, opened::add);
    return opened;
  }

  private List<byte[]> openedOfTopic() {
    var opened = new ArrayList<byte[]>();
    new SegmentFiles(stack, TOPIC).read((_, value) -> keys.openTransported(value, opened::add));
    return opened;
  }

  private Set<String> kindsIn(Collection<byte[]> opened) {
    return opened.stream()
        .flatMap(bytes -> marker.in(bytes).stream())
        .map(kind -> kind.replaceFirst("^\\[.*] ", ""))
        .collect(Collectors.toSet());
  }

  /// In seconds what takes the topic's own settings minutes.
  private void makeSegmentsShort() throws ExecutionException, InterruptedException {
    var topic =
        Map.of(
            "segment.ms", "2000",
            "max.compaction.lag.ms", "1000",
            "file.delete.delay.ms", "100",
            "min.cleanable.dirty.ratio", "0.01");
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", stack.kafka()))) {
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
      admin.incrementalAlterConfigs(Map.of(resource, set(topic))).all().get();
    }
  }

  private static Collection<AlterConfigOp> set(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting ->
            new AlterConfigOp(
                new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
        .toList();
  }

  /// What the operator's guide tells to do: rows of an outbox that were deleted leave the disk.
  private void rewriteOutboxes() throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                stack.jdbcUrl("picturelock"), "postgres", stack.postgresPassword());
        var statement = connection.createStatement()) {
      for (var service : List.of("intake", "approval", "provenance")) {
        statement.execute("VACUUM (FULL) " + service + ".outbox");
      }
      statement.execute("CHECKPOINT");
    }
  }
}
