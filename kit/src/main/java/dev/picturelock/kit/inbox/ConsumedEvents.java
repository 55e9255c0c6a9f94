package dev.picturelock.kit.inbox;

import static java.util.Objects.requireNonNull;

import dev.picturelock.kit.event.Digest;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.event.PoisonEventException;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/// Hands each event to its use case once, however often and in whatever batches it arrives.
///
/// 1. decode; what cannot be decoded becomes a dead letter
/// 2. in one transaction: note the ids in the inbox, let the handler change state with the events
///    not seen before, commit
/// 3. only then the caller acknowledges, so that a crash anywhere repeats and changes nothing
///
/// A known id with other content is a conflict: an event never changes. It becomes a dead letter,
/// whose bytes stay, and the handler is told of it in the same transaction. When one event of a
/// batch turns out to be poison in the handler, the batch is done again one by one.
@ApplicationScoped
@IfBuildProperty(name = "picturelock.database", stringValue = "true", enableIfMissing = true)
public class ConsumedEvents {
  private static final String NOTE =
      """
      INSERT INTO inbox (event_id, sha256)
      SELECT * FROM unnest(?::uuid[], ?::bytea[])
      ON CONFLICT (event_id) DO NOTHING
      RETURNING event_id
      """;
  private static final String KNOWN = "SELECT event_id, sha256 FROM inbox WHERE event_id = ANY (?)";

  /// Dead letters are written in one order for the same reason as the inbox is.
  private static final Comparator<ConsumerRecord<String, byte[]>> IN_ORDER =
      Comparator.<ConsumerRecord<String, byte[]>, String>comparing(ConsumerRecord::topic)
          .thenComparingInt(ConsumerRecord::partition)
          .thenComparingLong(ConsumerRecord::offset);

  private final DataSource database;
  private final DeadLetters deadLetters;

  ConsumedEvents(DataSource database, DeadLetters deadLetters) {
    this.database = database;
    this.deadLetters = deadLetters;
  }

  /// What a service does with events, inside the transaction of the inbox.
  @FunctionalInterface
  public interface Handler {
    /// - **Errors:** [PoisonEventException] when the event can never succeed; anything else is
    ///   retried by the caller
    void handle(List<ConsumedEvent> events);

    /// The same, told also of what came under a known id with other content. That is a dead letter
    /// already, and most services have no more to say about it. One of both lists may be empty.
    ///
    /// - **Returns:** those of `events` that contradict what the handler itself knows under their
    ///   id; they become dead letters too
    default List<ConsumedEvent> handle(
        List<ConsumedEvent> events, List<ConsumedEvent> contradictions) {
      if (!events.isEmpty()) {
        handle(events);
      }
      return List.of();
    }
  }

  public void handle(ConsumerRecords<String, byte[]> records, Handler handler) {
    var all = new ArrayList<ConsumerRecord<String, byte[]>>(records.count());
    records.forEach(all::add);
    handle(all, handler);
  }

  void handle(List<ConsumerRecord<String, byte[]>> records, Handler handler) {
    try {
      QuarkusTransaction.requiringNew().run(() -> handleInTransaction(records, handler));
    } catch (PoisonEventException poison) {
      buryOrSplit(records, handler, String.valueOf(poison.getMessage()));
    } catch (RuntimeException failure) {
      var refusal = Refusal.behind(failure);
      if (refusal.isEmpty()) {
        throw failure;
      }
      buryOrSplit(records, handler, "the database can never hold it, SQLSTATE " + refusal.get());
    }
  }

  private void buryOrSplit(
      List<ConsumerRecord<String, byte[]>> records, Handler handler, String reason) {
    if (records.size() == 1) {
      QuarkusTransaction.requiringNew().run(() -> deadLetters.add(records.getFirst(), reason));
    } else {
      records.forEach(record -> handle(List.of(record), handler));
    }
  }

  private void handleInTransaction(List<ConsumerRecord<String, byte[]>> records, Handler handler) {
    var arrivals = new ArrayList<Arrival>(records.size());
    var undecodable = new TreeMap<ConsumerRecord<String, byte[]>, String>(IN_ORDER);
    for (var record : records) {
      try {
        var event = decode(record);
        arrivals.add(new Arrival(record, event, Digest.sha256(event.bytes())));
      } catch (PoisonEventException poison) {
        undecodable.put(record, String.valueOf(poison.getMessage()));
      }
    }
    undecodable.forEach(deadLetters::add);
    var firsts = new LinkedHashMap<UUID, Arrival>();
    arrivals.forEach(arrival -> firsts.putIfAbsent(arrival.id(), arrival));
    var repeated = repeatedOf(firsts);
    // What the inbox knows came first, also where this batch begins with something else.
    var contradictions =
        arrivals.stream()
            .filter(arrival -> {
              var first = requireNonNull(firsts.get(arrival.id())).sha256();
              return !Arrays.equals(arrival.sha256(), repeated.getOrDefault(arrival.id(), first));
            })
            .toList();
    refuse(contradictions);
    firsts.keySet().removeAll(repeated.keySet());
    if (!firsts.isEmpty() || !contradictions.isEmpty()) {
      var refused = handler.handle(eventsOf(firsts.values()), eventsOf(contradictions));
      refuse(refused.stream().map(one -> requireNonNull(firsts.get(one.event().id()))).toList());
    }
  }

  private static List<ConsumedEvent> eventsOf(Collection<Arrival> arrivals) {
    return arrivals.stream().map(Arrival::event).toList();
  }

  private static ConsumedEvent decode(ConsumerRecord<String, byte[]> record) {
    var bytes = record.value();
    if (bytes == null) {
      throw new PoisonEventException("record without a value");
    }
    return new ConsumedEvent(
        EventCodec.decode(bytes), bytes, record.topic(), record.partition(), record.offset());
  }

  /// Notes the ids that are new; the others come back with the digest that was noted for them
  /// before. In order of the ids, so that two consumers that were given the same events cannot wait
  /// for one another.
  private Map<UUID, byte[]> repeatedOf(Map<UUID, Arrival> arrived) {
    if (arrived.isEmpty()) {
      return Map.of();
    }
    var ordered = new TreeMap<>(arrived);
    try (var connection = database.getConnection();
        var note = connection.prepareStatement(NOTE)) {
      note.setArray(1, connection.createArrayOf("uuid", ordered.keySet().toArray()));
      note.setArray(
          2,
          connection.createArrayOf(
              "bytea", ordered.values().stream().map(Arrival::sha256).toArray(byte[][]::new)));
      var repeated = new HashSet<>(arrived.keySet());
      try (var noted = note.executeQuery()) {
        while (noted.next()) {
          repeated.remove(noted.getObject(1, UUID.class));
        }
      }
      return repeated.isEmpty() ? Map.of() : known(connection, repeated);
    } catch (SQLException e) {
      throw new IllegalStateException("the inbox could not be written", e);
    }
  }

  private static Map<UUID, byte[]> known(Connection connection, Set<UUID> ids) throws SQLException {
    try (var query = connection.prepareStatement(KNOWN)) {
      query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      var known = new HashMap<UUID, byte[]>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          known.put(rows.getObject(1, UUID.class), rows.getBytes(2));
        }
      }
      return known;
    }
  }

  private void refuse(List<Arrival> arrivals) {
    arrivals.stream()
        .sorted(Comparator.comparing(Arrival::record, IN_ORDER))
        .forEach(arrival ->
            deadLetters.add(
                arrival.record(),
                "conflict: event " + arrival.id() + " came before with other content"));
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by content where it matters
  private record Arrival(
      ConsumerRecord<String, byte[]> record, ConsumedEvent event, byte[] sha256) {
    UUID id() {
      return event.event().id();
    }
  }
}
