package dev.picturelock.benchmarks.stack;

import dev.picturelock.benchmarks.Latencies;
import dev.picturelock.benchmarks.Surroundings;
import dev.picturelock.benchmarks.ledger.Floors;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./bench ledger-integrate`: from Kafka into the ledger of a running stack.
@Command(
    name = "ledger-integrate",
    mixinStandardHelpOptions = true,
    description = {
      "Puts events on the topic of intake and measures until the published checkpoint covers them:"
          + " first as fast as they go, then at half of the rate that came of it.",
      "",
      "Time in queue is until the broker has acknowledged, time to integrate until the checkpoint"
          + " covers the event; the checkpoint is looked at every 20 ms. Beside it in the same run:"
          + " SHA-256 of entries of the same length, and their rows by nothing but INSERT. Start a"
          + " stack with './start --no-demo --data DIR --fresh'; moved ports are found by the same"
          + " PICTURELOCK_*_PORT.",
      "",
      "Ends with 1 when fewer than --rate events per second are integrated."
    })
public final class LedgerIntegrateCommand implements Callable<Integer> {
  private static final int MISSED = 1;
  private static final String TOPIC = "picturelock.intake.v1";
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final double AS_FAST_AS_IT_GOES = 0;

  private final PrintStream out = System.out;

  @Option(
      names = "--events",
      defaultValue = "60000",
      description = "events of each measurement, default: ${DEFAULT-VALUE}")
  private int events = 60_000;

  @Option(
      names = "--warm-up",
      defaultValue = "60000",
      description = "events before it is measured, default: ${DEFAULT-VALUE}")
  private int warmUp = 60_000;

  @Option(
      names = "--rate",
      defaultValue = "2000",
      description = "required events per second, default: ${DEFAULT-VALUE}")
  private double rate = 2_000;

  @Override
  public Integer call() throws Exception {
    try (var target = new Target("demo")) {
      Surroundings.here().print(out, "ledger, Kafka to integrated, whole stack on this machine");
      Floors.print(out, PlainEvents.bytes());
      if (warmUp > 0) {
        var _ = measure(target, warmUp, AS_FAST_AS_IT_GOES);
      }
      out.printf(
          Locale.ROOT,
          "%-22s %8s %8s %10s %10s %10s %10s%n",
          "load",
          "events",
          "per s",
          "queue p50",
          "queue p99",
          "integ. p50",
          "integ. p99");
      var most = measure(target, events, AS_FAST_AS_IT_GOES);
      show("as fast as they go", most);
      show("at half of that", measure(target, events, most.perSecond() / 2));
      boolean met = most.perSecond() >= rate;
      out.printf(Locale.ROOT, "%n# want %.0f/s: %s%n", rate, met ? "met" : "MISSED");
      return met ? 0 : MISSED;
    }
  }

  private record Result(int events, double perSecond, Latencies queue, Latencies integrate) {}

  private Result measure(Target target, int count, double perSecond)
      throws IOException, InterruptedException {
    var title = "bench-" + Long.toString(InstantSource.system().millis(), Character.MAX_RADIX);
    var sizes = new LedgerSizes(target, target.adminToken(), title);
    var bytes = new ArrayList<byte[]>(count);
    var made = new PlainEvents(title);
    for (int i = 0; i < count; i++) {
      bytes.add(made.one());
    }
    var sent = new long[count];
    var acknowledged = new AtomicLongArray(count);
    try (var producer =
            new KafkaProducer<>(
                Map.<String, Object>of(
                    "bootstrap.servers", target.kafka(), "acks", "all", "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
        var sending =
            new Sending(() -> send(producer, title, bytes, perSecond, sent, acknowledged))) {
      while (sizes.look() < count) {
        sending.requireAlive();
        Load.waitUntil(System.nanoTime() + LOOK_EVERY.toNanos());
      }
    }
    return result(count, sizes, sent, acknowledged);
  }

  private static void send(
      KafkaProducer<String, byte[]> producer,
      String title,
      List<byte[]> events,
      double perSecond,
      long[] sent,
      AtomicLongArray acknowledged) {
    long start = System.nanoTime();
    for (int i = 0; i < events.size(); i++) {
      int n = i;
      if (perSecond > 0) {
        Load.waitUntil(start + (long) (i / perSecond * 1e9));
      }
      sent[i] = System.nanoTime();
      var _ =
          producer.send(
              new ProducerRecord<>(TOPIC, title, events.get(i)),
              (_, failure) -> acknowledged.set(n, failure == null ? System.nanoTime() : 0));
    }
    producer.flush();
  }

  private static Result result(
      int count, LedgerSizes sizes, long[] sent, AtomicLongArray acknowledged) {
    var queue = new long[count];
    var integrate = new long[count];
    for (int i = 0; i < count; i++) {
      queue[i] = acknowledged.get(i) - sent[i];
      integrate[i] = sizes.integratedAt(i) - sent[i];
    }
    double seconds = (sizes.integratedAt(count - 1L) - sent[0]) / 1e9;
    return new Result(count, count / seconds, Latencies.of(queue), Latencies.of(integrate));
  }

  private void show(String load, Result result) {
    out.printf(
        Locale.ROOT,
        "%-22s %8d %8.0f %7.0f ms %7.0f ms %7.0f ms %7.0f ms%n",
        load,
        result.events(),
        result.perSecond(),
        result.queue().millis(0.5),
        result.queue().millis(0.99),
        result.integrate().millis(0.5),
        result.integrate().millis(0.99));
  }
}
