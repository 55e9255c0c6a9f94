package dev.picturelock.endtoend;

import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.NoteResult;
import dev.picturelock.tlog.note.VerifierKey;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Sees every checkpoint that leaves the house: asks for each title's as fast as it is answered,
/// and reads the topic on which they are published. Nothing it ever saw may be taken back.
final class CheckpointWatch implements AutoCloseable {

  private static final String TOPIC = "picturelock.checkpoint.v1";
  private static final Duration PAUSE = Duration.ofMillis(40);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final Api api;
  private final Map<String, VerifierKey> keys;
  private final Promises promises;
  private final Map<String, Set<Checkpoint>> seen = new HashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closed;

  /// - **keys** of the titles' logs, as they were before anything broke
  CheckpointWatch(RunningStack stack, Api api, Map<String, VerifierKey> keys, Promises promises) {
    this.api = api;
    this.keys = keys;
    this.promises = promises;
    for (var title : keys.keySet()) {
      seen.put(title, new LinkedHashSet<>());
      threads.execute(() -> ask(title));
    }
    var _ = Thread.ofPlatform().daemon().name("checkpoint-topic").start(() -> read(stack.kafka()));
  }

  /// What was seen of a title since this was asked last.
  List<Checkpoint> take(String title) {
    synchronized (seen) {
      var ours = Objects.requireNonNull(seen.get(title), title);
      var taken = new ArrayList<>(ours);
      ours.clear();
      return taken;
    }
  }

  @Override
  public void close() {
    closed = true;
    threads.shutdownNow();
  }

  private void ask(String title) {
    long size = 0;
    while (!closed) {
      try {
        var path = "/v1/titles/%s/log/checkpoint".formatted(title);
        var answer = api.get(Account.CAMPAIGN_CREW, Service.PROVENANCE, path);
        if (answer.status() == OK) {
          long next = see(title, answer.body()).size().value();
          if (next < size) {
            promises.surprise("%s went back from %d to %d".formatted(title, size, next));
          }
          size = next;
        } else if (answer.status() != UNAVAILABLE) {
          promises.surprise("%s: %d %s".formatted(path, answer.status(), answer.text()));
        }
      } catch (UncheckedIOException _) {
        // nobody answered
      } catch (RuntimeException | AssertionError e) {
        if (!closed) {
          promises.surprise("checkpoint of %s: %s".formatted(title, e));
        }
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private Checkpoint see(String title, byte[] note) {
    var signed = SignedCheckpoint.parse(note);
    var key = Objects.requireNonNull(keys.get(title), title);
    if (!(signed.verify(List.of(key)) instanceof NoteResult.Authentic)) {
      throw new IllegalStateException("the signature does not hold: " + signed.note().text());
    }
    synchronized (seen) {
      Objects.requireNonNull(seen.get(title), title).add(signed.checkpoint());
    }
    return signed.checkpoint();
  }

  private void read(String broker) {
    var settings = Map.<String, Object>of("bootstrap.servers", broker);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(each -> new TopicPartition(TOPIC, each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!closed) {
        for (var published : consumer.poll(POLL)) {
          if (keys.containsKey(published.key())) {
            var _ = see(published.key(), published.value());
          }
        }
      }
    } catch (RuntimeException e) {
      if (!closed) {
        promises.surprise("the topic of checkpoints cannot be read: " + e);
      }
    }
  }
}
