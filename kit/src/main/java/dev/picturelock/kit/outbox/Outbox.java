package dev.picturelock.kit.outbox;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.EventTypes;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.time.Ids;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Records to be published, written in the transaction of the state they belong to.
@ApplicationScoped
@IfBuildProperty(name = "picturelock.database", stringValue = "true", enableIfMissing = true)
public class Outbox {
  /// Whoever holds the lock alone knows that no transaction has positions it may yet commit; see
  /// [Settled].
  private static final String INSERT =
      """
      WITH writing AS MATERIALIZED (
        SELECT pg_advisory_xact_lock_shared(hashtext(current_schema() || '.outbox.writers')))
      INSERT INTO outbox (id, topic, key, value)
      SELECT r.* FROM writing, unnest(?::uuid[], ?::text[], ?::text[], ?::bytea[]) AS r
      """;

  private final DataSource database;
  private final Publications publications;
  private final Ids ids;

  Outbox(DataSource database, Publications publications, Ids ids) {
    this.database = database;
    this.publications = publications;
    this.ids = ids;
  }

  @Transactional(TxType.MANDATORY)
  public void publish(Event event) {
    publish(List.of(event));
  }

  /// Every event goes to the topic of its type, with the title as key, in this order.
  @Transactional(TxType.MANDATORY)
  public void publish(List<Event> events) {
    write(events.stream().map(Outbox::recordOf).toList());
  }

  /// Records that are not events, for a compacted topic.
  @Transactional(TxType.MANDATORY)
  public void publish(Topic topic, List<Keyed> values) {
    write(values.stream().map(value -> recordOf(topic, value)).toList());
  }

  /// Records for a compacted topic, and after them the events that refer to them: whoever waits for
  /// an event then knows that what belongs to it is out too.
  @Transactional(TxType.MANDATORY)
  public void publish(Topic topic, List<Keyed> values, List<Event> events) {
    write(
        Stream.concat(
                values.stream().map(value -> recordOf(topic, value)),
                events.stream().map(Outbox::recordOf))
            .toList());
  }

  private static OutboxRecord recordOf(Event event) {
    var topic = EventTypes.topicOf(event.fact().getClass()).topicName();
    return new OutboxRecord(0, event.id(), topic, event.titleId(), EventCodec.encode(event));
  }

  private OutboxRecord recordOf(Topic topic, Keyed value) {
    return new OutboxRecord(0, ids.fresh(), topic.topicName(), value.key(), value.value());
  }

  private void write(List<OutboxRecord> records) {
    if (records.isEmpty()) {
      return;
    }
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(INSERT)) {
      insert.setArray(
          1, connection.createArrayOf("uuid", records.stream().map(OutboxRecord::id).toArray()));
      insert.setArray(
          2, connection.createArrayOf("text", records.stream().map(OutboxRecord::topic).toArray()));
      insert.setArray(
          3, connection.createArrayOf("text", records.stream().map(OutboxRecord::key).toArray()));
      insert.setArray(
          4,
          connection.createArrayOf(
              "bytea", records.stream().map(OutboxRecord::value).toArray(byte[][]::new)));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("outbox could not be written", e);
    }
    publications.wakeOnCommit();
  }

  /// A key and its value for a compacted topic; without a value the key is erased there, which
  /// needs a service that lets the column `value` of its outbox be null.
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  public record Keyed(String key, byte @Nullable [] value) {}

  /// For callers that wait until the broker has acknowledged what they published.
  public Publications publications() {
    return publications;
  }

  static List<UUID> idsOf(List<OutboxRecord> records) {
    return records.stream().map(OutboxRecord::id).toList();
  }
}
