package dev.picturelock.benchmarks.ledger;

import dev.picturelock.benchmarks.Surroundings;
import dev.picturelock.tlog.audit.AuditResult;
import dev.picturelock.tlog.audit.LogAudit;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./bench ledger-append`: how many entries the ledger takes as a library, beside what the
/// database alone and SHA-256 alone would take.
@Command(
    name = "ledger-append",
    mixinStandardHelpOptions = true,
    description = {
      "Appends entries to a log in a PostgreSQL of its own, one transaction for each batch, fsync on.",
      "",
      "Beside it in the same run: the same rows into the same table with nothing but INSERT, and"
          + " SHA-256 of the same entries. The rate at a size is that from half of the size to one and"
          + " a half, or to the end.",
      "",
      "Ends with 1 when fewer than --rate entries per second are taken at the largest size, or when"
          + " more than 30 % of the rate are lost from 10,000 entries to the largest size."
    })
public final class LedgerAppendCommand implements Callable<Integer> {
  private static final int MISSED = 1;
  private static final double MOST_LOSS = 0.3;
  private static final long SMALL = 10_000;
  private static final int WARM_UP = 300_000;

  private final PrintStream out = System.out;

  @Option(
      names = "--entries",
      defaultValue = "1000000",
      description = "entries of each log, default: ${DEFAULT-VALUE}")
  private long entries = 1_000_000;

  @Option(
      names = "--batch",
      split = ",",
      defaultValue = "100,500",
      description = "entries of each transaction, default: ${DEFAULT-VALUE}")
  private List<Integer> batches = List.of(100, 500);

  @Option(
      names = "--bytes",
      defaultValue = "400",
      description = "bytes of each entry, default: ${DEFAULT-VALUE}")
  private int bytes = 400;

  @Option(
      names = "--warm-up",
      defaultValue = "" + WARM_UP,
      description =
          "entries before it is measured, into another database, default: ${DEFAULT-VALUE}")
  private int warmUp = WARM_UP;

  @Option(
      names = "--rate",
      defaultValue = "5000",
      description = "required entries per second, default: ${DEFAULT-VALUE}")
  private double rate = 5_000;

  @Override
  public Integer call() throws Exception {
    Surroundings.here().print(out, "ledger, library append, entries of " + bytes + " bytes");
    var root = Path.of(System.getProperty("picturelock.root", ".")).toAbsolutePath();
    try (var postgres = OwnPostgres.start(root)) {
      out.println(
          "# PostgreSQL of its own: fsync=on, synchronous_commit=on, " + OwnPostgres.settings());
      out.println();
      out.println(Sha256Floor.line(bytes));
      out.printf(
          Locale.ROOT,
          "%-28s %6s %10s %9s %8s %8s %8s%n",
          "what",
          "batch",
          "at entries",
          "per s",
          "p50 ms",
          "p99 ms",
          "max ms");
      boolean met = true;
      for (int batch : batches) {
        met &= measure(postgres, batch);
      }
      return met ? 0 : MISSED;
    }
  }

  private boolean measure(OwnPostgres postgres, int batch) throws SQLException, IOException {
    Growth ledger;
    try (var scratch = new Scratch("picturelock-bench")) {
      try (var warm =
          new LibraryAppend(postgres.database("warm_" + batch), scratch.folder("warm"))) {
        var _ = Growth.of(warm, new Entries(bytes), batch, warmUp);
      }
      ledger = measured(postgres, batch, scratch.folder("ledger"));
    }
    try (var plain = new PlainInsert(postgres.database("plain_" + batch))) {
      show("plain INSERT of the rows", Growth.of(plain, new Entries(bytes), batch, entries));
    }
    return judge(ledger);
  }

  private Growth measured(OwnPostgres postgres, int batch, Path folder) throws SQLException {
    try (var library = new LibraryAppend(postgres.database("ledger_" + batch), folder)) {
      var growth = Growth.of(library, new Entries(bytes), batch, entries);
      show("ledger", growth);
      requireSound(library);
      return growth;
    }
  }

  private void show(String what, Growth growth) {
    sizes().forEach(size -> out.println(growth.around(size).row(what, size)));
  }

  private boolean judge(Growth growth) {
    var large = growth.around(entries).perSecond();
    var loss = 1 - large / growth.around(Math.min(SMALL, entries)).perSecond();
    boolean met = large >= rate && loss <= MOST_LOSS;
    out.printf(
        Locale.ROOT,
        "# %,.0f/s at %,d entries (want %,.0f), %.0f %% less than at the smallest size (want at most %.0f %%): %s%n%n",
        large,
        entries,
        rate,
        loss * 100,
        MOST_LOSS * 100,
        met ? "met" : "MISSED");
    return met;
  }

  /// 10,000, 100,000 … and the size asked for.
  private LongStream sizes() {
    return LongStream.concat(
        LongStream.iterate(SMALL, size -> size < entries, size -> size * 10),
        LongStream.of(entries));
  }

  private void requireSound(LibraryAppend library) {
    var log = library.stored();
    var head = log.head();
    long start = System.nanoTime();
    var result = LogAudit.of(log, library.keys().verifierKey(head)).run();
    if (!(result instanceof AuditResult.Sound)) {
      throw new IllegalStateException("the log is damaged: " + result);
    }
    out.printf(
        Locale.ROOT,
        "%-28s %6s %10d %9.0f%n",
        "full audit of it",
        "",
        head.size().value(),
        head.size().value() / ((System.nanoTime() - start) / 1e9));
  }
}
