package dev.picturelock.testkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Puts records on a topic of the test broker, as another service would.
public final class TestRecords {
  private TestRecords() {}

  /// Sends the values in order under one key and returns when the broker has all of them.
  public static void send(String topic, String key, List<byte[]> values) {
    var settings = Map.<String, Object>of("bootstrap.servers", TestBroker.bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      var sent =
          values.stream()
              .map(value -> producer.send(new ProducerRecord<>(topic, key, value)))
              .toList();
      for (var acknowledgement : sent) {
        acknowledgement.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the test broker did not take a record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
