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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/// Records to be published, written in the transaction of the state they belong to.
@ApplicationScoped
@IfBuildProperty(name = "picturelock.database", stringValue = "true", enableIfMissing = true)
public class Outbox {
  private static final String INSERT =
      """
      INSERT INTO outbox (id, topic, key, value)
      SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bytea[])
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
    var records = new ArrayList<OutboxRecord>(events.size());
    for (var event : events) {
      var topic = EventTypes.topicOf(event.fact().getClass()).topicName();
      records.add(
          new OutboxRecord(0, event.id(), topic, event.titleId(), EventCodec.encode(event)));
    }
    write(records);
  }

  /// A record that is not an event, for a compacted topic.
  @Transactional(TxType.MANDATORY)
  public void publish(Topic topic, List<Keyed> values) {
    write(
        values.stream()
            .map(v -> new OutboxRecord(0, ids.fresh(), topic.topicName(), v.key(), v.value()))
            .toList());
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

  /// A key and its value for a compacted topic.
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  public record Keyed(String key, byte[] value) {}

  /// For callers that wait until the broker has acknowledged what they published.
  public Publications publications() {
    return publications;
  }

  static List<UUID> idsOf(List<OutboxRecord> records) {
    return records.stream().map(OutboxRecord::id).toList();
  }
}
