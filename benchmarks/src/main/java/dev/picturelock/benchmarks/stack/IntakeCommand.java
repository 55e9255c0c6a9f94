package dev.picturelock.benchmarks.stack;

import dev.picturelock.benchmarks.Length;
import dev.picturelock.benchmarks.Surroundings;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./bench intake`: how many registrations a running stack accepts, and how long a sender waits.
@Command(
    name = "intake",
    mixinStandardHelpOptions = true,
    description = {
      "Registers asset versions at a running stack and measures.",
      "",
      "Ends with 1 when fewer than --batch-rate or --single-rate are accepted per second, or when at"
          + " half of that the 99th of 100 senders waits for 100 ms or more.",
      "",
      "Start one with './start --no-demo --data DIR --fresh'; a folder of its own, because the"
          + " registrations stay. Moved ports are found by the same PICTURELOCK_*_PORT."
    })
public final class IntakeCommand implements Callable<Integer> {
  private static final int MISSED = 1;
  private static final double P99_BAR_MILLIS = 100;
  private static final int BATCH = 100;
  private static final int ONE = 1;
  private static final double HALF = 0.5;

  private final PrintStream out = System.out;

  @Option(names = "--title", defaultValue = "demo", description = "default: ${DEFAULT-VALUE}")
  private String title = "demo";

  @Mixin private final Length length = new Length(30, 60);

  @Option(
      names = "--batch-connections",
      defaultValue = "4",
      description = "connections that send batches of 100, default: ${DEFAULT-VALUE}")
  private int batchConnections = 4;

  @Option(
      names = "--single-connections",
      defaultValue = "32",
      description = "connections that send one by one, default: ${DEFAULT-VALUE}")
  private int singleConnections = 32;

  @Option(
      names = "--batch-rate",
      defaultValue = "1500",
      description = "required registrations per second in batches, default: ${DEFAULT-VALUE}")
  private double batchRate = 1_500;

  @Option(
      names = "--single-rate",
      defaultValue = "300",
      description = "required registrations per second one by one, default: ${DEFAULT-VALUE}")
  private double singleRate = 300;

  @Option(
      names = "--only",
      split = ",",
      description = "some of ${COMPLETION-CANDIDATES}; default: all")
  private List<Way> ways = List.of(Way.values());

  @Override
  public Integer call() throws InterruptedException {
    try (var target = new Target(title)) {
      target.prepare();
      Surroundings.here().print(out, "registrations at intake, whole stack on this machine");
      return measure(target).stream().allMatch(Bar::isMet) ? 0 : MISSED;
    }
  }

  /// A way of sending, in the order in which they are measured.
  enum Way {
    BATCHES,
    SINGLES,
    BATCHES_AT_HALF,
    SINGLES_AT_HALF
  }

  private List<Bar> measure(Target target) throws InterruptedException {
    var run = Long.toString(InstantSource.system().millis(), Character.MAX_RADIX);
    var registrations = new Registrations(run.toUpperCase(Locale.ROOT));
    if (length.warmUp().isPositive()) {
      var half = length.warmUp().dividedBy(2);
      Load.closed(singleConnections, half, singles(target, registrations));
      Load.closed(batchConnections, half, batches(target, registrations));
    }
    out.printf(
        Locale.ROOT,
        "%-40s %9s %8s %8s %8s %8s %8s  %-19s answers by status%n",
        "load",
        "accepted",
        "per s",
        "p50 ms",
        "p90 ms",
        "p99 ms",
        "max ms",
        "bar");
    var bars = new ArrayList<Bar>();
    for (var way : ways) {
      // a measurement pays for its own registrations, not for what was sent before it
      target.awaitCaughtUp();
      bars.add(measure(way, target, registrations));
    }
    return bars;
  }

  private Bar measure(Way way, Target target, Registrations registrations) {
    var measured = length.measured();
    return switch (way) {
      case BATCHES ->
          show(
              "%d connections, batches of %d".formatted(batchConnections, BATCH),
              BATCH,
              Load.closed(batchConnections, measured, batches(target, registrations)),
              Bar.rate(batchRate));
      case SINGLES ->
          show(
              "%d connections, one by one".formatted(singleConnections),
              ONE,
              Load.closed(singleConnections, measured, singles(target, registrations)),
              Bar.rate(singleRate));
      case BATCHES_AT_HALF ->
          show(
              "open loop, batches of %d at %.0f/s".formatted(BATCH, batchRate * HALF),
              BATCH,
              Load.open(batchRate * HALF / BATCH, measured, batches(target, registrations)),
              Bar.p99Below(P99_BAR_MILLIS));
      case SINGLES_AT_HALF ->
          show(
              "open loop, one by one at %.0f/s".formatted(singleRate * HALF),
              ONE,
              Load.open(singleRate * HALF, measured, singles(target, registrations)),
              Bar.p99Below(P99_BAR_MILLIS));
    };
  }

  private static Load.Call batches(Target target, Registrations registrations) {
    var token = target.toolToken();
    return call(target, () -> target.batch(token, registrations.batch(BATCH)));
  }

  private static Load.Call singles(Target target, Registrations registrations) {
    var token = target.toolToken();
    return call(target, () -> target.single(token, registrations.one()));
  }

  private static Load.Call call(Target target, Supplier<HttpRequest> requests) {
    return () -> target.send(requests.get());
  }

  private Bar show(String load, int registrationsInEach, Load.Result result, Bar.Wanted wanted) {
    var bar = wanted.judge(result, registrationsInEach);
    var latencies = result.latencies();
    out.printf(
        Locale.ROOT,
        "%-40s %9d %8.0f %8.1f %8.1f %8.1f %8.1f  %-19s %s%n",
        load,
        latencies.count() * registrationsInEach,
        result.perSecond(registrationsInEach),
        latencies.millis(0.5),
        latencies.millis(0.9),
        latencies.millis(0.99),
        latencies.millis(1),
        bar,
        result.statuses());
    return bar;
  }
}
