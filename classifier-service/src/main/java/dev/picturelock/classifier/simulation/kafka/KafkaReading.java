package dev.picturelock.classifier.simulation.kafka;

import dev.picturelock.classifier.simulation.Past;
import dev.picturelock.classifier.simulation.Past.Told;
import dev.picturelock.classifier.simulation.PastUnavailableException;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.event.PoisonEventException;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// The records of one key of one partition, up to the end it had when the reading began.
///
/// Other titles share the partition; of their records not even the number leaves this class, and so
/// no offset does, which would tell it.
final class KafkaReading implements Past.Reading {
  private static final Logger LOG = Logger.getLogger(KafkaReading.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<String, byte[]> consumer;
  private final TopicPartition partition;
  private final long end;
  private final String titleId;
  private final Duration patience;
  private final Counter read;
  private int emptyPolls;

  KafkaReading(
      KafkaConsumer<String, byte[]> consumer,
      TopicPartition partition,
      long end,
      String titleId,
      Duration patience,
      Counter read) {
    this.consumer = consumer;
    this.partition = partition;
    this.end = end;
    this.titleId = titleId;
    this.patience = patience;
    this.read = read;
  }

  @Override
  public Optional<List<Told>> next() {
    try {
      if (consumer.position(partition) >= end) {
        return Optional.empty();
      }
      var records = consumer.poll(POLL);
      requireProgress(records.isEmpty());
      var told = new ArrayList<Told>();
      for (var record : records) {
        if (record.offset() < end && titleId.equals(record.key())) {
          told.add(told(record));
        }
      }
      read.increment(told.size());
      return Optional.of(told);
    } catch (KafkaException broken) {
      throw new PastUnavailableException("the broker cannot be read any more", broken);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  // Counts polls and not time, which also passes while a slow client takes what it asked for.
  private void requireProgress(boolean isEmpty) {
    emptyPolls = isEmpty ? emptyPolls + 1 : 0;
    if (POLL.multipliedBy(emptyPolls).compareTo(patience) > 0) {
      throw new PastUnavailableException(
          "the broker gave nothing for " + patience.toSeconds() + " seconds");
    }
  }

  private Told told(ConsumerRecord<String, byte[]> record) {
    var bytes = record.value();
    if (bytes == null) {
      return unreadable(record, "without a value");
    }
    try {
      var event = EventCodec.decode(bytes);
      // A wall also against a producer that mixes up key and title.
      return event.titleId().equals(titleId)
          ? new Told.Said(event)
          : unreadable(record, "not of the title its key names");
    } catch (PoisonEventException poison) {
      return unreadable(record, String.valueOf(poison.getMessage()));
    }
  }

  private static Told unreadable(ConsumerRecord<String, byte[]> record, String why) {
    LOG.warnf(
        "record is no event topic=%s partition=%d offset=%d reason=%s",
        record.topic(), record.partition(), record.offset(), why);
    return new Told.Unreadable("a record is no event: " + why);
  }
}
