package dev.picturelock.benchmarks.stack;

import dev.picturelock.benchmarks.Length;
import dev.picturelock.benchmarks.Surroundings;
import dev.picturelock.benchmarks.ledger.Floors;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./bench ledger-receipt`: from accepted to a receipt under a published checkpoint.
@Command(
    name = "ledger-receipt",
    mixinStandardHelpOptions = true,
    description = {
      "Registers assets in batches at a running stack and asks for the receipt of each event with"
          + " ?wait= as soon as it is accepted: first as fast as it goes, to find the most there is, then"
          + " at --rate, or at half of the most where that is less.",
      "",
      "Every consumer works along, and each registration becomes several entries. Start a stack with"
          + " './start --no-demo --data DIR --fresh'; moved ports are found by the same"
          + " PICTURELOCK_*_PORT.",
      "",
      "Ends with 1 when half of the receipts take more than 250 ms, one of 100 takes more than 1 s, or"
          + " one does not come."
    })
public final class LedgerReceiptCommand implements Callable<Integer> {
  private static final int MISSED = 1;
  private static final double HALF = 0.5;
  private static final double P99 = 0.99;
  private static final double P50_BAR_MILLIS = 250;
  private static final double P99_BAR_MILLIS = 1_000;

  private final PrintStream out = System.out;

  @Option(names = "--title", defaultValue = "demo", description = "default: ${DEFAULT-VALUE}")
  private String title = "demo";

  @Mixin private final Length length = new Length(30, 60);

  @Option(
      names = "--batch",
      defaultValue = "10",
      description = "registrations of each request, default: ${DEFAULT-VALUE}")
  private int batch = 10;

  @Option(
      names = "--connections",
      defaultValue = "32",
      description = "connections that find the most there is, default: ${DEFAULT-VALUE}")
  private int connections = 32;

  @Option(
      names = "--rate",
      defaultValue = "1000",
      description = "registrations per second, default: ${DEFAULT-VALUE}")
  private double rate = 1_000;

  @Override
  public Integer call() throws Exception {
    try (var target = new Target(title)) {
      target.prepare();
      Surroundings.here().print(out, "accepted to receipt, whole stack on this machine");
      Floors.print(out, PlainEvents.bytes());
      var run = Long.toString(InstantSource.system().millis(), Character.MAX_RADIX);
      var registrations = new Registrations(run.toUpperCase(Locale.ROOT));
      if (length.warmUp().isPositive()) {
        var _ = Load.closed(connections, length.warmUp(), round(target, registrations));
      }
      out.printf(
          Locale.ROOT,
          "%-34s %9s %8s %8s %8s %8s %8s  %s%n",
          "load",
          "receipts",
          "per s",
          "p50 ms",
          "p90 ms",
          "p99 ms",
          "max ms",
          "missing");
      target.awaitCaughtUp();
      var most = round(target, registrations);
      var closed = Load.closed(connections, length.measured(), most);
      double mostPerSecond = closed.perSecond(batch);
      show("%d connections".formatted(connections), most, mostPerSecond);
      target.awaitCaughtUp();
      double offered = Math.min(rate, mostPerSecond * HALF);
      var open = round(target, registrations);
      var result = Load.open(offered / batch, length.measured(), open);
      show("open loop at %.0f/s".formatted(offered), open, result.perSecond(batch));
      boolean met =
          open.waited().millis(HALF) <= P50_BAR_MILLIS
              && open.waited().millis(P99) <= P99_BAR_MILLIS
              && open.failed() == 0
              && result.allAccepted();
      out.printf(Locale.ROOT, "%n# want p50 250 ms, p99 1 s: %s%n", met ? "met" : "MISSED");
      return met ? 0 : MISSED;
    }
  }

  private ReceiptRound round(Target target, Registrations registrations) {
    return new ReceiptRound(target, registrations, batch);
  }

  private void show(String load, ReceiptRound round, double perSecond) {
    var waited = round.waited();
    out.printf(
        Locale.ROOT,
        "%-34s %9d %8.0f %8.1f %8.1f %8.1f %8.1f  %d%n",
        load,
        waited.count(),
        perSecond,
        waited.millis(HALF),
        waited.millis(0.9),
        waited.millis(P99),
        waited.millis(1),
        round.failed());
  }
}
