package dev.picturelock.endtoend;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// What services put aside because they could never handle it; after a crash there is none of it.
final class DeadLetters {

  private static final List<String> SCHEMAS = List.of("intake", "approval", "provenance");
  private static final TopicPartition OF_CLASSIFIER =
      new TopicPartition("picturelock.intake.v1.dlq.classifier-service", 0);

  private DeadLetters() {}

  static List<String> of(RunningStack stack) {
    var found = new ArrayList<String>();
    try (var connection =
            DriverManager.getConnection(
                stack.jdbcUrl("picturelock"), "postgres", stack.postgresPassword());
        var statement = connection.createStatement()) {
      for (var schema : SCHEMAS) {
        var rows =
            statement.executeQuery(
                "SELECT topic, record_offset, reason FROM %s.dead_letter".formatted(schema));
        while (rows.next()) {
          found.add(
              "dead letter of %s: %s at %d of %s"
                  .formatted(schema, rows.getString(3), rows.getLong(2), rows.getString(1)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    long ofClassifier = ofClassifier(stack);
    if (ofClassifier > 0) {
      found.add("%d dead letters of the classifier".formatted(ofClassifier));
    }
    return found;
  }

  private static long ofClassifier(RunningStack stack) {
    var bytes = new ByteArrayDeserializer();
    var broker = Map.<String, Object>of("bootstrap.servers", stack.kafka());
    try (var consumer = new KafkaConsumer<>(broker, bytes, bytes)) {
      return consumer.endOffsets(List.of(OF_CLASSIFIER)).getOrDefault(OF_CLASSIFIER, 0L);
    }
  }
}
