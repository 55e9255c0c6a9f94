package dev.picturelock.kit.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/// Publishes the outbox in order, at least once.
///
/// One relay works at a time over all instances (an advisory lock of the transaction). Positions
/// are given out before commit, so two transactions may become visible in the other order; that is
/// harmless, because an event that depends on another is written after the other has committed and
/// so has the higher position and is never seen without it.
@ApplicationScoped
@IfBuildProperty(name = "picturelock.database", stringValue = "true", enableIfMissing = true)
class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final int BATCH = 1_000;
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(20);

  private static final String LOCK =
      "SELECT pg_try_advisory_xact_lock(hashtext(current_schema() || '.outbox'))";
  private static final String READ =
      "SELECT position, id, topic, key, value FROM outbox WHERE position > ?"
          + " ORDER BY position LIMIT "
          + BATCH;
  private static final String DELETE = "DELETE FROM outbox WHERE position = ANY (?)";

  private final DataSource database;
  private final Publications publications;
  private final Emitter<byte[]> emitter;
  private final OutboxHealth health;
  private final Settled settled;
  private final Instance<OutboxGate> gate;
  private volatile boolean running = true;

  OutboxRelay(
      DataSource database,
      Publications publications,
      @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<byte[]> emitter,
      @Readiness OutboxHealth health,
      Settled settled,
      Instance<OutboxGate> gate) {
    this.database = database;
    this.publications = publications;
    this.emitter = emitter;
    this.health = health;
    this.settled = settled;
    this.gate = gate;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("outbox-relay").daemon(true).start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
  }

  private void run() {
    while (running) {
      try {
        publications.awaitWork(LOOK_AGAIN);
        while (running && relayBatch()) {
          // more may be waiting
        }
        health.working();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error broken) {
        // The rows are still there and are sent again; readiness says that something is wrong.
        health.failing();
        LOG.warnf("outbox relay failed, will try again: %s", rootMessage(broken));
      }
    }
  }

  private boolean relayBatch() {
    if (gate.isResolvable() && !gate.get().isOpen()) {
      return false;
    }
    long decided = settled.decided();
    var sent = QuarkusTransaction.requiringNew().timeout(60).call(this::sendNext);
    if (sent.isEmpty()) {
      return false;
    }
    var all = sent.get();
    publications.published(Outbox.idsOf(all));
    settled.upTo(all.size() < BATCH ? decided : Math.min(decided, all.getLast().position()));
    return all.size() == BATCH;
  }

  /// Empty when another instance is at work.
  private Optional<List<OutboxRecord>> sendNext() throws SQLException {
    try (var connection = database.getConnection()) {
      if (!lock(connection)) {
        return Optional.empty();
      }
      var records = read(connection, settled.position());
      if (!records.isEmpty()) {
        if (gate.isResolvable()) {
          gate.get().leaving(records.stream().map(OutboxRecord::leaving).toList());
        }
        send(records);
        // Everything is acknowledged by the broker, so nobody has to wait any longer. A crash
        // before the commit sends it again, which every consumer recognises by the event id. Who
        // comes between here and the commit still finds the row, and is told after the commit.
        publications.published(Outbox.idsOf(records));
        delete(connection, records);
      }
      return Optional.of(records);
    }
  }

  private void send(List<OutboxRecord> records) {
    var acknowledged = new ArrayList<CompletableFuture<Void>>(records.size());
    for (var record : records) {
      var ack = new CompletableFuture<Void>();
      acknowledged.add(ack);
      emitter.send(message(record, ack));
    }
    try {
      CompletableFuture.allOf(acknowledged.toArray(CompletableFuture<?>[]::new))
          .get(SEND_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker did not acknowledge", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while sending", e);
    }
  }

  private static Message<byte[]> message(OutboxRecord record, CompletableFuture<Void> ack) {
    var metadata =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(record.topic())
            .withKey(record.key())
            .addHeaders(
                new org.apache.kafka.common.header.internals.RecordHeader(
                    "content-type",
                    "application/cloudevents+json".getBytes(StandardCharsets.US_ASCII)))
            .build();
    return Message.of(
        record.value(),
        Metadata.of(metadata),
        () -> {
          ack.complete(null);
          return CompletableFuture.completedFuture(null);
        },
        failure -> {
          ack.completeExceptionally(failure);
          return CompletableFuture.completedFuture(null);
        });
  }

  private static boolean lock(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(LOCK);
        var result = statement.executeQuery()) {
      return result.next() && result.getBoolean(1);
    }
  }

  private static List<OutboxRecord> read(Connection connection, long after) throws SQLException {
    try (var statement = connection.prepareStatement(READ)) {
      statement.setLong(1, after);
      var records = new ArrayList<OutboxRecord>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          records.add(
              new OutboxRecord(
                  rows.getLong(1),
                  rows.getObject(2, UUID.class),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getBytes(5)));
        }
      }
      return records;
    }
  }

  private static void delete(Connection connection, List<OutboxRecord> records)
      throws SQLException {
    try (var statement = connection.prepareStatement(DELETE)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "bigint", records.stream().map(OutboxRecord::position).toArray()));
      statement.executeUpdate();
    }
  }

  private static String rootMessage(Throwable broken) {
    var cause = broken;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }
}
