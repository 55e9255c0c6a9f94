package dev.picturelock.provenance.faults;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.inbox.ConsumedEvents;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.ProvenanceSlice;
import dev.picturelock.provenance.SampleEvents;
import dev.picturelock.provenance.faults.Fault.Moment;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.StoredLog;
import dev.picturelock.provenance.ledger.log.Tiles;
import dev.picturelock.provenance.recorder.Recorder;
import dev.picturelock.testkit.TestBroker;
import dev.picturelock.tlog.audit.AuditResult;
import dev.picturelock.tlog.audit.LogAudit;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.tile.Edge;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Breaks the consumer's transaction at every call that it makes to the database, one after the
/// other, and looks at what is left. It counts the calls itself: a new statement is a new point.
@QuarkusTest
@ProvenanceSlice
@TestProfile(LedgerFaultsSliceTest.BreakingConnections.class)
class LedgerFaultsSliceTest {
  /// More than a tile, so that every batch finishes one.
  private static final int LARGE = 260;

  private static final int SMALL = 12;

  private static final int MOST_CALLS = 400;
  private static final int MANY_CALLS = 20;
  private static final String LAST = "commit";
  private static final String TOPIC = Topic.INTAKE.topicName();

  private final ConsumedEvents consumedEvents;
  private final Recorder recorder;
  private final Logs logs;
  private final Entries entries;
  private final Tiles tiles;
  private final LogKeys keys;
  private final Sql sql;
  private final Map<String, Head> before = new HashMap<>();
  private final Map<String, Edge> audited = new HashMap<>();
  private int made;

  @Inject
  LedgerFaultsSliceTest(
      ConsumedEvents consumedEvents,
      Recorder recorder,
      Logs logs,
      Entries entries,
      Tiles tiles,
      LogKeys keys,
      Sql sql) {
    this.consumedEvents = consumedEvents;
    this.recorder = recorder;
    this.logs = logs;
    this.entries = entries;
    this.tiles = tiles;
    this.keys = keys;
    this.sql = sql;
  }

  /// The pool takes its connections from [FaultyDriver].
  public static final class BreakingConnections implements QuarkusTestProfile {
    /// Made by Quarkus.
    public BreakingConnections() {}

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.datasource.jdbc.driver", FaultyDriver.class.getName(),
          "quarkus.log.category.\"com.arjuna\".level", "OFF",
          "quarkus.log.category.\"io.agroal\".level", "OFF",
          "quarkus.log.category.\"dev.picturelock.kit.inbox\".level", "OFF");
    }
  }

  /// - **remembered** whether the edges of the logs are in memory when the fault strikes
  @ParameterizedTest
  @CsvSource({"BEFORE, true", "AFTER, true", "BEFORE, false", "AFTER, false"})
  void aCallThatFailsLeavesNothingHalfDone(Moment moment, boolean remembered) {
    var titles = titles("faults-" + moment.name().toLowerCase(Locale.ROOT) + remembered);
    handle(batch(titles));

    var points = new ArrayList<String>();
    boolean struck = true;
    // A batch now and then has a call less than the one before, when its edge has a tile less; so
    // it
    // is over only once the last call of all was met.
    for (int call = 1; !points.contains(LAST) && made < MOST_CALLS; call += struck ? 1 : -1) {
      titles.forEach(title -> before.put(title, logs.head(title).orElseThrow()));
      var batch = batch(titles);
      if (!remembered) {
        // a commit that fails makes the process forget what it wanted to remember
        Fault.beforeCommit(() -> handleOrFail(batch));
      }
      var fault = Fault.during(call, moment, () -> handleOrFail(batch));
      struck = fault.struck() != null;
      if (struck) {
        points.add(fault.struck());
        titles.forEach(title -> nothingIsHalfDone(title, fault));
        handle(batch);
      }
      titles.forEach(this::isSound);
    }

    System.out.printf(
        "%d points of failure %s a call, edges %s: %s%n",
        points.size(), moment, remembered ? "remembered" : "read again", points);
    assertThat(points).contains(LAST).hasSizeGreaterThan(MANY_CALLS);
    titles.forEach(this::onlyCommittedCheckpointsWereReleased);
  }

  private void nothingIsHalfDone(String title, Fault fault) {
    var head = logs.head(title).orElseThrow();
    if (!fault.leavesTheOutcomeOpen()) {
      assertThat(head).isEqualTo(before.get(title));
    }
    audit(head);
  }

  private void isSound(String title) {
    var head = logs.head(title).orElseThrow();
    audit(head);
    assertThat(count("SELECT count(*) AS n FROM log_entry WHERE title_id = ?", title))
        .isEqualTo(head.position())
        .isEqualTo(
            count("SELECT count(DISTINCT event_id) AS n FROM log_entry WHERE title_id = ?", title));
    // what a batch says and the conflict in it, each once
    long batches = head.position() / (batch(title) + 1);
    assertThat(head.position()).isEqualTo(batches * (batch(title) + 1));
    assertThat(count("SELECT count(*) AS n FROM asset_version WHERE title_id = ?", title))
        .isEqualTo(batches * (batch(title) - 1));
    assertThat(count("SELECT count(*) AS n FROM log_conflict WHERE title_id = ?", title))
        .isEqualTo(batches);
  }

  /// Goes on where the last one ended; the log must have grown out of that.
  private void audit(Head head) {
    var earlier = requireNonNull(before.getOrDefault(head.titleId(), head));

    var result =
        LogAudit.of(new StoredLog(entries, tiles, head), keys.verifierKey(head))
            .since(SignedCheckpoint.parse(earlier.checkpoint()))
            .from(audited.getOrDefault(head.titleId(), Edge.EMPTY))
            .run();

    assertThat(result).isInstanceOf(AuditResult.Sound.class);
    audited.put(head.titleId(), ((AuditResult.Sound) result).edge());
  }

  private void onlyCommittedCheckpointsWereReleased(String title) {
    var stored = new StoredLog(entries, tiles, logs.head(title).orElseThrow());
    var leaves =
        entries.between(title, 0, stored.head().position()).stream().map(Hash::leaf).toList();

    var released =
        TestBroker.records(Topic.CHECKPOINT.topicName()).stream()
            .filter(record -> title.equals(record.key()))
            .map(record -> SignedCheckpoint.parse(record.value()).checkpoint())
            .toList();

    assertThat(LogAudit.of(stored, keys.verifierKey(stored.head())).run())
        .isInstanceOf(AuditResult.Sound.class);
    assertThat(released)
        .isNotEmpty()
        .allSatisfy(checkpoint ->
            assertThat(
                    Edge.EMPTY
                        .append(leaves.subList(0, Math.toIntExact(checkpoint.size().value())))
                        .root())
                .isEqualTo(checkpoint.root()));
  }

  private void handle(List<ConsumerRecord<String, byte[]>> batch) {
    consumedEvents.handle(
        new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), batch), Map.of()), recorder);
  }

  private Optional<RuntimeException> handleOrFail(List<ConsumerRecord<String, byte[]>> batch) {
    try {
      handle(batch);
      return Optional.empty();
    } catch (RuntimeException broken) {
      return Optional.of(broken);
    }
  }

  private long count(String query, String title) {
    return sql.first(query, row -> row.integer("n"), title).orElseThrow();
  }

  /// How many events of a title come in one batch, the one that contradicts another not counted.
  private static int batch(String title) {
    return title.endsWith("a") ? LARGE : SMALL;
  }

  private static List<String> titles(String name) {
    return List.of(name + "-a", name + "-b");
  }

  /// Something of every kind for both titles, and for each an event that contradicts another one.
  private List<ConsumerRecord<String, byte[]>> batch(List<String> titles) {
    made++;
    var events = titles.stream().flatMap(this::events).toList();
    var records = new ArrayList<ConsumerRecord<String, byte[]>>();
    for (var event : events) {
      long offset = (long) made * events.size() + records.size();
      records.add(
          new ConsumerRecord<>(TOPIC, 0, offset, event.titleId(), EventCodec.encode(event)));
    }
    return records;
  }

  private Stream<Event> events(String title) {
    var events = new SampleEvents(title);
    var all = new ArrayList<Event>();
    for (int i = 1; i < batch(title); i++) {
      all.add(events.registered("asset-" + made + "-" + i, "v001", "generated"));
    }
    all.add(events.classified("asset-" + made + "-1", "v001", RiskTier.LOW));
    all.add(SampleEvents.by("client:other", all.getFirst()));
    return all.stream();
  }
}
