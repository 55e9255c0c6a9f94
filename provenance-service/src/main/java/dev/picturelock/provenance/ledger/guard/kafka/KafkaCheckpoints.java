package dev.picturelock.provenance.ledger.guard.kafka;

import dev.picturelock.contracts.event.Topic;
import dev.picturelock.provenance.ledger.guard.CheckpointTopic;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/// The topic `picturelock.checkpoint.v1`, read from its beginning by a consumer without a group: it
/// commits no offset, and every start reads everything again.
///
/// One thread at a time.
@ApplicationScoped
class KafkaCheckpoints implements CheckpointTopic {
  private static final String TOPIC = Topic.CHECKPOINT.topicName();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> broker;
  private @Nullable KafkaConsumer<String, byte[]> open;

  KafkaCheckpoints(@Identifier("default-kafka-broker") Map<String, Object> broker) {
    this.broker = broker;
  }

  @Override
  public synchronized void readToEnd(Consumer<byte[]> reader) {
    close();
    var consumer =
        new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer());
    open = consumer;
    var partitions =
        consumer.partitionsFor(TOPIC, PATIENCE).stream()
            .map(partition -> new TopicPartition(TOPIC, partition.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new IllegalStateException("the topic " + TOPIC + " is not there");
    }
    var end = consumer.endOffsets(partitions, PATIENCE);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (partitions.stream()
        .anyMatch(one -> consumer.position(one, PATIENCE) < end.getOrDefault(one, 0L))) {
      if (poll(consumer, reader) > 0) {
        deadline = System.nanoTime() + PATIENCE.toNanos();
      } else if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the broker gives nothing more of " + TOPIC);
      }
    }
  }

  @Override
  public synchronized void readOn(Consumer<byte[]> reader) {
    if (open == null) {
      readToEnd(reader);
    } else {
      int _ = poll(open, reader);
    }
  }

  @Override
  @PreDestroy
  public synchronized void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  private static int poll(KafkaConsumer<String, byte[]> consumer, Consumer<byte[]> reader) {
    var records = consumer.poll(POLL);
    for (var record : records) {
      if (record.value() != null) {
        reader.accept(record.value());
      }
    }
    return records.count();
  }

  private Map<String, Object> settings() {
    var settings = new HashMap<>(broker);
    settings.keySet().retainAll(ConsumerConfig.configNames());
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "provenance-guard");
    return settings;
  }
}
