package dev.picturelock.provenance.ledger;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.inbox.ConsumedEvents;
import dev.picturelock.kit.outbox.Outbox;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.ProvenanceSlice;
import dev.picturelock.provenance.SampleEvents;
import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.Entry;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.StoredLog;
import dev.picturelock.provenance.ledger.log.Tiles;
import dev.picturelock.provenance.recorder.Recorder;
import dev.picturelock.tlog.audit.AuditResult;
import dev.picturelock.tlog.audit.LogAudit;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/// Several writers on the same logs at once, as after a rebalance that not everybody has heard of.
@QuarkusTest
@ProvenanceSlice
class WritersSliceTest {
  private static final int EVENTS = 5_000;
  private static final int TITLES = 4;
  private static final List<Integer> BATCHES = List.of(61, 250, 500);
  private static final int BEGINNINGS = 50;
  private static final int RUBBISH = 100;
  private static final int ROUNDS_OF_RUBBISH = 5;
  private static final String TOPIC = Topic.INTAKE.topicName();

  private final ConsumedEvents consumedEvents;
  private final Recorder recorder;
  private final Logs logs;
  private final Entries entries;
  private final Tiles tiles;
  private final LogKeys keys;
  private final Guard guard;
  private final TransactionEnd end;
  private final Arrivals arrivals;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Sql sql;

  @Inject
  WritersSliceTest(
      ConsumedEvents consumedEvents,
      Recorder recorder,
      Logs logs,
      Entries entries,
      Tiles tiles,
      LogKeys keys,
      Guard guard,
      TransactionEnd end,
      Arrivals arrivals,
      Outbox outbox,
      InstantSource clock,
      Sql sql) {
    this.consumedEvents = consumedEvents;
    this.recorder = recorder;
    this.logs = logs;
    this.entries = entries;
    this.tiles = tiles;
    this.keys = keys;
    this.guard = guard;
    this.end = end;
    this.arrivals = arrivals;
    this.outbox = outbox;
    this.clock = clock;
    this.sql = sql;
  }

  @Test
  void consumersThatAreGivenTheSameEventsLogEachOnce() throws Exception {
    var events = events("consumers");

    inParallel(size -> {
      for (var batch : batches(events, size)) {
        consumedEvents.handle(recordsOf(batch), recorder);
      }
      return true;
    });

    eachIsLoggedOnce(events);
  }

  @Test
  void consumersThatAreGivenTheSameRubbishInTwoOrdersBuryEachRecordOnce() throws Exception {
    var partitions = List.of(0, 1);
    for (int round = 0; round < ROUNDS_OF_RUBBISH; round++) {
      long first = (long) round * RUBBISH;
      var together = new CyclicBarrier(2);

      inParallel(
          List.of(partitions, partitions.reversed()),
          order -> {
            var records = rubbish(order, first);
            together.await();
            consumedEvents.handle(records, recorder);
            return true;
          });
    }

    assertThat(
            sql.first(
                "SELECT count(*) AS n FROM dead_letter WHERE topic = 'rubbish'",
                row -> row.integer("n")))
        .contains((long) ROUNDS_OF_RUBBISH * RUBBISH * partitions.size());
  }

  private static ConsumerRecords<String, byte[]> rubbish(List<Integer> partitions, long first) {
    var records = new LinkedHashMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>();
    for (int partition : partitions) {
      records.put(
          new TopicPartition("rubbish", partition),
          LongStream.range(first, first + RUBBISH)
              .mapToObj(
                  offset -> new ConsumerRecord<>("rubbish", partition, offset, "", new byte[] {1}))
              .toList());
    }
    return new ConsumerRecords<>(records, Map.of());
  }

  @Test
  void instancesWithMemoriesOfTheirOwnAnswerTheSamePositions() throws Exception {
    var events = events("instances");

    var answers = inParallel(size -> positions(instance(), batches(events, size)));

    eachIsLoggedOnce(events);
    assertThat(answers)
        .hasSameSizeAs(BATCHES)
        .allSatisfy(answer -> assertThat(answer).hasSize(EVENTS).isEqualTo(answers.getFirst()));
  }

  @Test
  void writersThatBeginALogAtTheSameTimeAllWriteToIt() throws Exception {
    for (int round = 0; round < BEGINNINGS; round++) {
      var title = "beginning-" + round;
      var events = new SampleEvents(title);
      var together = new CyclicBarrier(BATCHES.size());

      inParallel(size -> {
        var one = entries(List.of(events.registered("a-" + size, "v001", "none")));
        var ledger = instance();
        return QuarkusTransaction.requiringNew()
            .call(() -> {
              together.await();
              return ledger.append(title, one);
            });
      });

      assertThat(logs.head(title).orElseThrow().size()).isEqualTo(new TreeSize(BATCHES.size()));
      isSound(title);
    }
  }

  @Test
  void aWriterThatWasThoughtDeadCanNeitherWriteBesideAnotherNorAfterIt() throws Exception {
    var zombie = instance();
    var events = new SampleEvents("zombie");
    var first = entries(List.of(events.opened(), events.registered("plate", "v001", "none")));
    var second = entries(List.of(events.registered("comp", "v001", "none")));
    var appended = new CompletableFuture<Integer>();
    var goOn = new CountDownLatch(1);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var paused =
          threads.submit(() ->
              QuarkusTransaction.requiringNew()
                  .call(() -> {
                    zombie.append("zombie", first);
                    appended.complete(backend());
                    goOn.await();
                    return true;
                  }));
      int backend = appended.get();
      var successor = threads.submit(() -> append(instance(), "zombie", second));
      await().atMost(Duration.ofMinutes(1)).until(() -> blockedBy(backend) == 1);
      assertThat(logs.head("zombie")).isEmpty();
      sql.list("SELECT pg_terminate_backend(?) AS gone", row -> row.truth("gone"), backend);

      assertThat(successor.get().added()).extracting(Ledger.Position::position).containsExactly(0L);
      goOn.countDown();
      assertThatThrownBy(paused::get).isNotNull();
    }

    assertThat(logs.head("zombie").orElseThrow().size()).isEqualTo(new TreeSize(1));
    assertThat(append(zombie, "zombie", first).added())
        .extracting(Ledger.Position::position)
        .containsExactly(1L, 2L);
    assertThat(append(zombie, "zombie", second).known())
        .extracting(Ledger.Position::position)
        .containsExactly(0L);
    isSound("zombie");
  }

  @Test
  void aHeadThatMovedCannotBeMovedFromWhereItWas() {
    var events = new SampleEvents("stale");
    append(instance(), "stale", entries(List.of(events.opened())));
    var stale = logs.head("stale").orElseThrow();
    append(instance(), "stale", entries(List.of(events.registered("plate", "v001", "none"))));

    assertThatThrownBy(() ->
            QuarkusTransaction.requiringNew()
                .run(() ->
                    logs.advance(
                        stale,
                        stale.grown(
                            new TreeSize(9), stale.root(), stale.checkpoint(), stale.at()))))
        .hasStackTraceContaining("moved under its lock");
    isSound("stale");
  }

  @Test
  void aLogDoesNotBeginUnderTheOriginOfAnotherTitle() {
    sql.update(
        "INSERT INTO log_state (title_id, origin, size, root, checkpoint, at)"
            + " VALUES ('squatter', 'localhost/prov/squatted', 0, ?, '', now())",
        Hash.EMPTY_ROOT.toBytes());
    var opened = entries(List.of(new SampleEvents("squatted").opened()));

    assertThatThrownBy(() -> append(instance(), "squatted", opened))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the log of title squatted cannot begin: its origin localhost/prov/squatted is another"
                + " title's");
    assertThat(logs.head("squatted")).isEmpty();
  }

  /// One writer for each size of batches, each with all events in an order of its own.
  private static <T> List<T> inParallel(Writer<Integer, T> writer) throws Exception {
    return inParallel(BATCHES, writer);
  }

  private static <A, T> List<T> inParallel(List<A> all, Writer<A, T> writer) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (var what : all) {
        Callable<T> task = () -> writer.write(what);
        running.add(threads.submit(task));
      }
      var done = new ArrayList<T>();
      for (var one : running) {
        done.add(one.get());
      }
      return done;
    }
  }

  private interface Writer<A, T> {
    T write(A what) throws Exception;
  }

  private void eachIsLoggedOnce(List<Event> events) {
    events.stream()
        .collect(groupingBy(Event::titleId))
        .forEach((title, ofTitle) -> {
          var ids =
              sql.list(
                  "SELECT event_id FROM log_entry WHERE title_id = ?",
                  row -> row.uuid("event_id"),
                  title);
          assertThat(ids)
              .containsExactlyInAnyOrderElementsOf(ofTitle.stream().map(Event::id).toList());
          isSound(title);
        });
  }

  private void isSound(String title) {
    var head = logs.head(title).orElseThrow();

    var result = LogAudit.of(new StoredLog(entries, tiles, head), keys.verifierKey(head)).run();

    assertThat(result).isInstanceOf(AuditResult.Sound.class);
  }

  /// Another instance's worth of ledger.
  private Ledger instance() {
    return new Ledger(logs, entries, tiles, keys, guard, new Edges(end), arrivals, outbox, clock);
  }

  private static Ledger.Recorded append(Ledger ledger, String title, List<Entry> entries) {
    return QuarkusTransaction.requiringNew().call(() -> ledger.append(title, entries));
  }

  private static Map<UUID, Long> positions(Ledger ledger, List<List<Event>> batches) {
    var positions = new HashMap<UUID, Long>();
    for (var batch : batches) {
      new TreeMap<>(batch.stream().collect(groupingBy(Event::titleId)))
          .forEach((title, events) -> {
            var recorded = append(ledger, title, entries(events));
            recorded.added().forEach(one -> positions.put(one.eventId(), one.position()));
            recorded.known().forEach(one -> positions.put(one.eventId(), one.position()));
          });
    }
    return positions;
  }

  private static List<Event> events(String name) {
    return IntStream.range(0, EVENTS)
        .mapToObj(
            i -> new SampleEvents(name + "-" + i % TITLES).registered("a-" + i, "v001", "none"))
        .toList();
  }

  /// All events in random order, every tenth of them twice.
  private static List<List<Event>> batches(List<Event> events, int size) {
    var shuffled = new ArrayList<>(events);
    shuffled.addAll(events.subList(0, events.size() / 10));
    Collections.shuffle(shuffled, new Random(size));
    return IntStream.iterate(0, from -> from < shuffled.size(), from -> from + size)
        .mapToObj(
            from -> List.copyOf(shuffled.subList(from, Math.min(from + size, shuffled.size()))))
        .toList();
  }

  private static ConsumerRecords<String, byte[]> recordsOf(List<Event> events) {
    var records =
        events.stream()
            .map(event ->
                new ConsumerRecord<>(TOPIC, 0, 0, event.titleId(), EventCodec.encode(event)))
            .toList();
    return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), records), Map.of());
  }

  private static List<Entry> entries(List<Event> events) {
    return events.stream().map(event -> new Entry(event.id(), EventCodec.encode(event))).toList();
  }

  private int backend() {
    return sql.first("SELECT pg_backend_pid() AS pid", row -> row.smallInteger("pid"))
        .orElseThrow();
  }

  private long blockedBy(int backend) {
    return sql.first(
            """
            SELECT count(*) AS n FROM pg_stat_activity WHERE ? = ANY (pg_blocking_pids(pid))
            """,
            row -> row.integer("n"),
            backend)
        .orElseThrow();
  }
}
