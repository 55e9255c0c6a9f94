package dev.picturelock.endtoend;

import dev.picturelock.localstack.kafka.ConsumerGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// Delivers everything again, in another order, to several consumers at once.
///
/// - A second provenance reads every topic from its beginning in a group of its own.
/// - The first one is killed, its group is set back to the beginning, and it reads all again too.
/// - Records are published again, shuffled and under any partition, so that both instances have
///   records of one title in hand at the same time; the other services get them as well.
final class Redelivery {

  private static final List<String> TOPICS =
      List.of("picturelock.intake.v1", "picturelock.classification.v1", "picturelock.approval.v1");
  private static final String GROUP = "provenance-service";
  private static final String SECOND_GROUP = "provenance-service-again";
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Duration STEP_PATIENCE = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(500);

  private final RunningStack stack;
  private final Blows blows;
  private final Random random;
  private final int mostAgain;

  /// - **mostAgain** records that are published again, twice each
  Redelivery(RunningStack stack, Blows blows, long seed, int mostAgain) {
    this.stack = stack;
    this.blows = blows;
    this.random = new Random(seed);
    this.mostAgain = mostAgain;
  }

  /// Returns how many records each instance was given again, once all of them are consumed.
  long run() {
    var settings =
        List.of(
            "mp.messaging.incoming.events-in.group.id=" + SECOND_GROUP,
            "mp.messaging.incoming.disclosures-in.group.id=" + SECOND_GROUP + "-disclosures");
    try (var second = SecondProvenance.start(stack, settings);
        var admin = Admin.create(broker())) {
      setBack();
      publishAgain();
      second.awaitReady();
      var ends = ends(admin);
      awaitConsumed(admin, GROUP, ends);
      awaitConsumed(admin, SECOND_GROUP, ends);
      return ends.values().stream().mapToLong(end -> end).sum();
    }
  }

  private Map<String, Object> broker() {
    return Map.of("bootstrap.servers", stack.kafka());
  }

  /// The one that is killed is started again at once and joins again: so until it is done.
  private void setBack() {
    var group = new ConsumerGroup(stack.kafka(), GROUP);
    blows.strike(Fault.PROVENANCE_KILLED);
    Awaitility.await("the group is set back to the beginning")
        .atMost(STEP_PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> isDone(group::setBack));
  }

  private void publishAgain() {
    var again = new ArrayList<ProducerRecord<byte[], byte[]>>();
    for (var record : sample()) {
      again.add(record);
      again.add(record);
    }
    Collections.shuffle(again, random);
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(broker(), bytes, bytes)) {
      for (var sent : again.stream().map(producer::send).toList()) {
        var _ = sent.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The records with a random partition, whatever their key would decide.
  private List<ProducerRecord<byte[], byte[]>> sample() {
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    var bytes = new ByteArrayDeserializer();
    try (var admin = Admin.create(broker());
        var consumer = new KafkaConsumer<>(broker(), bytes, bytes)) {
      var ends = ends(admin);
      int partitions = ends.size() / TOPICS.size();
      long share = mostAgain / ends.size();
      consumer.assign(ends.keySet());
      ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - share)));
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (var record : consumer.poll(POLL)) {
          records.add(
              new ProducerRecord<>(
                  record.topic(),
                  random.nextInt(partitions),
                  record.key(),
                  record.value(),
                  record.headers()));
        }
      }
    }
    return records;
  }

  private static void awaitConsumed(Admin admin, String group, Map<TopicPartition, Long> ends) {
    Awaitility.await(group + " has consumed everything")
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(() -> {
          var reached = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
          return ends.entrySet().stream()
              .allMatch(end -> isAt(reached.get(end.getKey()), end.getValue()));
        });
  }

  private static boolean isAt(@Nullable OffsetAndMetadata reached, long end) {
    return end == 0 || (reached != null && reached.offset() >= end);
  }

  private static Map<TopicPartition, Long> ends(Admin admin) {
    var ends = new HashMap<TopicPartition, Long>();
    var latest = new HashMap<TopicPartition, OffsetSpec>();
    partitions(admin).forEach(each -> latest.put(each, OffsetSpec.latest()));
    try {
      admin.listOffsets(latest).all().get().forEach((at, end) -> ends.put(at, end.offset()));
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return ends;
  }

  private static Collection<TopicPartition> partitions(Admin admin) {
    var partitions = new ArrayList<TopicPartition>();
    try {
      admin
          .describeTopics(TOPICS)
          .allTopicNames()
          .get()
          .forEach((topic, description) ->
              description
                  .partitions()
                  .forEach(each -> partitions.add(new TopicPartition(topic, each.partition()))));
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Set.copyOf(partitions);
  }

  /// Something that the broker may refuse for a while.
  private interface Attempt {
    void run() throws ExecutionException, InterruptedException;
  }

  private static boolean isDone(Attempt attempt) throws InterruptedException {
    try {
      attempt.run();
      return true;
    } catch (ExecutionException _) {
      return false;
    }
  }
}
