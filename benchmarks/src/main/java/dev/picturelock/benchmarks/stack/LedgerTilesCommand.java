package dev.picturelock.benchmarks.stack;

import dev.picturelock.benchmarks.Length;
import dev.picturelock.benchmarks.Surroundings;
import dev.picturelock.benchmarks.UnusableException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./bench ledger-tiles`: how long readers of a log wait.
@Command(
    name = "ledger-tiles",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the files of a title's log from a running stack at a fixed rate, hash tiles and entry"
          + " bundles in turn: as they come from the database, and cached ones. Cached means that the"
          + " reader has the file and asks with If-None-Match whether it is still good; the answer is"
          + " 304 without bytes. (A reader that believes 'immutable' does not even ask.)",
      "",
      "Beside it in the same run: the same files from a folder, by a plain web server.",
      "",
      "The title must have some entries: run './bench intake' or './bench ledger-receipt' before.",
      "",
      "Ends with 1 when one of 100 readers waits for more than 5 ms (cached) or 25 ms."
    })
public final class LedgerTilesCommand implements Callable<Integer> {
  private static final int MISSED = 1;
  private static final double CACHED_BAR_MILLIS = 5;
  private static final double DATABASE_BAR_MILLIS = 25;

  private final PrintStream out = System.out;

  @Option(names = "--title", defaultValue = "demo", description = "default: ${DEFAULT-VALUE}")
  private String title = "demo";

  @Mixin private final Length length = new Length(20, 20);

  @Option(
      names = "--rate",
      defaultValue = "200",
      description = "requests per second, default: ${DEFAULT-VALUE}")
  private double rate = 200;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (var target = new Target(title);
        var floor = new PlainFiles()) {
      var token = target.adminToken();
      Surroundings.here().print(out, "tiles and bundles, open loop, whole stack on this machine");
      long size = new LedgerSizes(target, token, title).look();
      if (size == 0) {
        throw new UnusableException("the log of title '" + title + "' is empty");
      }
      var reads = new LogFileReads(target, token, size, floor);
      if (length.warmUp().isPositive()) {
        var _ = Load.open(rate, length.warmUp(), reads.fresh());
      }
      out.printf(Locale.ROOT, "# %,d entries, %,d files%n", size, reads.count());
      out.printf(
          Locale.ROOT,
          "%-24s %9s %8s %8s %8s %8s  %-19s answers by status%n",
          "files",
          "answered",
          "p50 ms",
          "p90 ms",
          "p99 ms",
          "max ms",
          "bar");
      var _ = show("plain file server", reads.plain(), Bar.none());
      boolean met = show("from the database", reads.fresh(), Bar.p99AtMost(DATABASE_BAR_MILLIS));
      met &= show("cached", reads.known(), Bar.p99AtMost(CACHED_BAR_MILLIS));
      return met ? 0 : MISSED;
    }
  }

  private boolean show(String files, Load.Call call, Bar.Wanted wanted) {
    var result = Load.open(rate, length.measured(), call);
    var bar = wanted.judge(result, 1);
    var latencies = result.latencies();
    out.printf(
        Locale.ROOT,
        "%-24s %9d %8.1f %8.1f %8.1f %8.1f  %-19s %s%n",
        files,
        latencies.count(),
        latencies.millis(0.5),
        latencies.millis(0.9),
        latencies.millis(0.99),
        latencies.millis(1),
        bar,
        result.statuses());
    return bar.isMet();
  }
}
