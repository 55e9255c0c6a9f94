package dev.picturelock.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Events that can never succeed, kept for a person to see and replay.
@ApplicationScoped
@IfBuildProperty(name = "picturelock.database", stringValue = "true", enableIfMissing = true)
class DeadLetters {
  private static final Logger LOG = Logger.getLogger(DeadLetters.class);
  private static final String INSERT =
      """
      INSERT INTO dead_letter (topic, partition, record_offset, key, value, headers, reason, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (topic, partition, record_offset) DO NOTHING
      """;

  private final DataSource database;
  private final InstantSource clock;
  private final MeterRegistry meters;

  DeadLetters(DataSource database, InstantSource clock, MeterRegistry meters) {
    this.database = database;
    this.clock = clock;
    this.meters = meters;
  }

  void add(ConsumerRecord<String, byte[]> record, String reason) {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, record.topic());
      insert.setInt(2, record.partition());
      insert.setLong(3, record.offset());
      insert.setString(4, text(record.key()));
      insert.setBytes(5, record.value());
      insert.setString(6, text(headerNames(record)));
      insert.setString(7, text(reason));
      insert.setTimestamp(8, Timestamp.from(clock.instant()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("dead letter could not be kept", e);
    }
    meters.counter("picturelock.dead.letters", "topic", record.topic()).increment();
    LOG.errorf(
        "dead letter topic=%s partition=%d offset=%d reason=%s",
        record.topic(), record.partition(), record.offset(), reason);
  }

  /// A dead letter is kept whatever it holds: PostgreSQL knows no NUL in text.
  private static @Nullable String text(@Nullable String any) {
    return any == null ? null : any.replace('\0', '\uFFFD');
  }

  private static String headerNames(ConsumerRecord<String, byte[]> record) {
    var names = new StringJoiner(",");
    record.headers().forEach(header -> names.add(header.key()));
    return names.toString();
  }
}
