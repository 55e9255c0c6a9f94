package dev.picturelock.classifier.simulation.kafka;

import dev.picturelock.classifier.simulation.Past;
import dev.picturelock.classifier.simulation.PastUnavailableException;
import dev.picturelock.classifier.simulation.SimulationConfig;
import dev.picturelock.contracts.event.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/// Intake's topic as the past of a title.
///
/// A consumer of its own without a group: it joins nobody's partitions and commits no offset, so
/// that a simulation leaves no trace, and the consumer that classifies does not notice it.
@ApplicationScoped
class KafkaPast implements Past {
  private static final String INTAKE = Topic.INTAKE.topicName();
  // Records are found by the time the producer sent them, the caller means the time of the event,
  // which is earlier. A clock may be wrong by much less than this.
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
  private static final Duration METADATA = Duration.ofSeconds(10);
  private static final int BATCH = 500;

  private final Map<String, Object> broker;
  private final Duration patience;
  private final Counter read;
  private final AtomicLong opened = new AtomicLong();

  KafkaPast(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      SimulationConfig config,
      MeterRegistry meters) {
    this.broker = broker;
    this.patience = config.patience();
    this.read = meters.counter("picturelock.simulation.records");
  }

  @Override
  public Reading open(String titleId, @Nullable Instant from) {
    var consumer = consumer();
    try {
      var partition = new TopicPartition(INTAKE, partition(consumer, titleId));
      var end = offset(consumer.endOffsets(List.of(partition), METADATA), partition);
      var start = start(consumer, partition, from);
      consumer.assign(List.of(partition));
      consumer.seek(partition, start == null ? end : start);
      return new KafkaReading(consumer, partition, end, titleId, patience, read);
    } catch (KafkaException broken) {
      consumer.close();
      throw new PastUnavailableException("the broker cannot be reached", broken);
    } catch (RuntimeException other) {
      consumer.close();
      throw other;
    }
  }

  /// Where the key of a title goes, as every producer computes it.
  private static int partition(KafkaConsumer<String, byte[]> consumer, String titleId) {
    int partitions = consumer.partitionsFor(INTAKE, METADATA).size();
    if (partitions == 0) {
      throw new PastUnavailableException("the topic " + INTAKE + " is not there");
    }
    return Utils.toPositive(Utils.murmur2(titleId.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  /// Nothing if every record is older.
  private static @Nullable Long start(
      KafkaConsumer<String, byte[]> consumer, TopicPartition partition, @Nullable Instant from) {
    if (from == null || from.isBefore(Instant.EPOCH.plus(CLOCKS_DIFFER))) {
      return offset(consumer.beginningOffsets(List.of(partition), METADATA), partition);
    }
    var earliest = from.minus(CLOCKS_DIFFER).toEpochMilli();
    var found = consumer.offsetsForTimes(Map.of(partition, earliest), METADATA).get(partition);
    return found == null ? null : found.offset();
  }

  private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    var offset = offsets.get(partition);
    if (offset == null) {
      throw new PastUnavailableException("the broker knows no offset of " + partition);
    }
    return offset;
  }

  private KafkaConsumer<String, byte[]> consumer() {
    try {
      return new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException broken) {
      throw new PastUnavailableException("the broker cannot be reached", broken);
    }
  }

  private Map<String, Object> settings() {
    var settings = new HashMap<>(broker);
    settings.keySet().retainAll(ConsumerConfig.configNames());
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1024 * 1024);
    settings.put(
        ConsumerConfig.CLIENT_ID_CONFIG, "classifier-simulation-" + opened.incrementAndGet());
    return settings;
  }
}
