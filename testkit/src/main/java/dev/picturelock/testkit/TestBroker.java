package dev.picturelock.testkit;

import dev.picturelock.localstack.kafka.KafkaBroker;
import dev.picturelock.localstack.kafka.Topics;
import dev.picturelock.localstack.process.Ports;
import dev.picturelock.localstack.process.Readiness;
import dev.picturelock.localstack.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// One real Kafka broker per test JVM with the topics of `deploy/kafka/topics.properties`.
public final class TestBroker {

  /// A JVM that starts on a slow machine; what does not start at all is told by its end.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration POLL = Duration.ofMillis(100);

  private TestBroker() {}

  public static String bootstrapServers() {
    return OncePerJvm.get("broker", TestBroker::startBroker);
  }

  /// Sends one record and returns once the broker has it.
  public static void send(ProducerRecord<String, byte[]> sent) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers(), "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(sent).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused the record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Everything that the topic holds at this moment, in the order of each partition. Other tests of
  /// the same JVM write to the same topics: pick yours by its key.
  public static List<ConsumerRecord<String, byte[]>> records(String topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      var end = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var records = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < end.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(records::add);
      }
      return records;
    }
  }

  private static String startBroker() {
    var folder = Tethered.folder("kafka");
    // the system may give the same one twice
    var ports = IntStream.generate(Ports::free).distinct().limit(2).toArray();
    var broker =
        new KafkaBroker(
            TestParts.parts(), folder.resolve("data"), ports[0], ports[1], folder.resolve("log"));
    try {
      broker.initialise();
      var command = broker.command();
      var process = Tethered.start(command, Signal.TERM, folder);
      Readiness.await("Kafka", process, command, PATIENCE, broker::ready);
      Topics.read(TestParts.root().resolve("deploy/kafka/topics.properties"))
          .createMissing(broker.bootstrapServers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("could not create the topics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return broker.bootstrapServers();
  }
}
