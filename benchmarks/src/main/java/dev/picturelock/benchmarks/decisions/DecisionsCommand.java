package dev.picturelock.benchmarks.decisions;

import static java.util.Objects.requireNonNull;

import dev.picturelock.benchmarks.Length;
import dev.picturelock.benchmarks.Surroundings;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./bench decisions`: how many sets of facts one core decides in a second.
@Command(
    name = "decisions",
    mixinStandardHelpOptions = true,
    description = {
      "Decides sets of facts by the shipped policy pack, in one thread, and measures.",
      "",
      "Needs no running stack. 'per core' is for each second that a core worked for it, garbage"
          + " and compiling included; on a machine that does nothing else it is what 'per s' is."
    })
public final class DecisionsCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final double DISTINCT_BAR = 3_000;
  private static final double REPEATED_BAR = 50_000;

  private final PrintStream out = System.out;

  @Mixin private final Length length = new Length(5, 10);

  @Override
  public Integer call() throws RunnerException {
    Surroundings.here().print(out, "decisions, one thread");
    var sets = new FactSets();
    out.printf(
        Locale.ROOT,
        "%d distinct sets of facts, %.2f times through the rules each (stages)%n%n",
        FactSets.DISTINCT,
        sets.stepsEach());
    var options =
        new OptionsBuilder()
            .include(Deciding.class.getName() + "\\..*")
            .addProfiler(CoreTime.class)
            .warmupIterations(1)
            .warmupTime(TimeValue.seconds(length.warmUp().toSeconds()))
            .measurementIterations(1)
            .measurementTime(TimeValue.seconds(length.measured().toSeconds()))
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    var results = new HashMap<String, RunResult>();
    for (var result : new Runner(options).run()) {
      results.put(result.getPrimaryResult().getLabel(), result);
    }
    return show(results) ? 0 : FAILED;
  }

  private boolean show(Map<String, RunResult> results) {
    double engine = perCore(results, "engineAlone");
    out.printf(
        Locale.ROOT, "%-58s %11s %11s %10s %8s%n", "what", "per s", "per core", "engine x", "bar");
    row(results, "engineAlone", "the engine alone, plainly used", engine, 0);
    row(results, "distinct", "distinct, normalised facts", engine, DISTINCT_BAR);
    row(results, "distinctAsStated", "distinct, with normalising", engine, DISTINCT_BAR);
    row(results, "normalisingAlone", "normalising and hashing alone", engine, 0);
    row(results, "repeated", "repeated, normalised facts", engine, REPEATED_BAR);
    row(results, "repeatedAsStated", "repeated, with normalising", engine, REPEATED_BAR);
    return perCore(results, "distinctAsStated") >= DISTINCT_BAR
        && perCore(results, "repeatedAsStated") >= REPEATED_BAR;
  }

  private void row(
      Map<String, RunResult> results, String name, String what, double engine, double bar) {
    double perCore = perCore(results, name);
    out.printf(
        Locale.ROOT,
        "%-58s %11.0f %11.0f %10.2f %8s%n",
        what,
        requireNonNull(results.get(name), name).getPrimaryResult().getScore(),
        perCore,
        perCore / engine,
        bar > 0 ? "%.0f".formatted(bar) : "");
  }

  private static double perCore(Map<String, RunResult> results, String name) {
    var secondary = requireNonNull(results.get(name), name).getSecondaryResults();
    return requireNonNull(secondary.get(CoreTime.LABEL), CoreTime.LABEL).getScore();
  }
}
