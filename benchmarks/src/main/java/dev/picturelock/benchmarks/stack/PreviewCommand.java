package dev.picturelock.benchmarks.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.picturelock.benchmarks.Length;
import dev.picturelock.benchmarks.RandomFacts;
import dev.picturelock.benchmarks.Surroundings;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./bench preview`: how long somebody waits who asks what a use would need.
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = {
      "Asks a running stack for previews at a steady rate and measures how long each takes, from"
          + " the moment it was due.",
      "",
      "Every other request is about facts nobody asked about before, the rest about a few hundred"
          + " usual ones. Nothing is stored. Start a stack with './start --no-demo --data DIR';"
          + " moved ports are found by the same PICTURELOCK_*_PORT.",
      "",
      "Ends with 1 when the 99th of 100 waits for more than 20 ms."
    })
public final class PreviewCommand implements Callable<Integer> {
  private static final int MISSED = 1;
  private static final double P99_BAR_MILLIS = 20;
  private static final int USUAL_SETS = 300;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrintStream out = System.out;

  @Option(
      names = "--rate",
      defaultValue = "200",
      description = "requests per second, default: ${DEFAULT-VALUE}")
  private double rate = 200;

  @Mixin private final Length length = new Length(30, 30);

  @Override
  public Integer call() {
    try (var target = new Target("demo")) {
      var token = target.toolToken();
      Surroundings.here().print(out, "previews, open loop, whole stack on this machine");
      var all = length.warmUp().plus(length.measured());
      var bodies = bodies((int) (rate * all.toSeconds()) + 1);
      var next = new AtomicInteger();
      Load.Call call =
          () ->
              target.send(
                  target.preview(token, bodies.get(next.getAndIncrement() % bodies.size())));
      if (length.warmUp().isPositive()) {
        Load.open(rate, length.warmUp(), call);
      }
      return show(Load.open(rate, length.measured(), call)).isMet() ? 0 : MISSED;
    }
  }

  // All made before the clock runs; other ones in every run, or a stack would remember them.
  private static List<byte[]> bodies(int count) {
    var usual = new RandomFacts(1);
    var fresh = new RandomFacts(InstantSource.system().millis());
    var repeated = Stream.generate(() -> body(usual)).limit(USUAL_SETS).toList();
    return IntStream.range(0, count)
        .mapToObj(i -> i % 2 == 0 ? body(fresh) : repeated.get(i / 2 % USUAL_SETS))
        .toList();
  }

  private static byte[] body(RandomFacts facts) {
    try {
      return JSON.writeValueAsBytes(Map.of("facts", facts.next()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Bar show(Load.Result result) {
    var bar = Bar.p99AtMost(P99_BAR_MILLIS).judge(result, 1);
    var latencies = result.latencies();
    out.printf(
        Locale.ROOT,
        "%-24s %9s %8s %8s %8s %8s %8s  %-19s answers by status%n",
        "load",
        "answered",
        "p50 ms",
        "p90 ms",
        "p99 ms",
        "p99.9 ms",
        "max ms",
        "bar");
    out.printf(
        Locale.ROOT,
        "%-24s %9d %8.1f %8.1f %8.1f %8.1f %8.1f  %-19s %s%n",
        "open loop at %.0f/s".formatted(rate),
        latencies.count(),
        latencies.millis(0.5),
        latencies.millis(0.9),
        latencies.millis(0.99),
        latencies.millis(0.999),
        latencies.millis(1),
        bar,
        result.statuses());
    return bar;
  }
}
