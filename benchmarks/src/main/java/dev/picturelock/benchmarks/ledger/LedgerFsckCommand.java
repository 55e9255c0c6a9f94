package dev.picturelock.benchmarks.ledger;

import dev.picturelock.benchmarks.Surroundings;
import dev.picturelock.tlog.audit.AuditListener;
import dev.picturelock.tlog.audit.AuditResult;
import dev.picturelock.tlog.audit.LogAudit;
import dev.picturelock.tlog.audit.LogSource;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.tile.TilePath;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./bench ledger-fsck`: how long a full audit of a log takes.
@Command(
    name = "ledger-fsck",
    mixinStandardHelpOptions = true,
    description = {
      "Fills a log in a PostgreSQL of its own and audits all of it: every entry hashed again, every"
          + " tile compared, the root held against the signed checkpoint. Once from the database, once"
          + " from files, beside SHA-256 of the same entries alone. Each is done --rounds times and the"
          + " best counts.",
      "",
      "Ends with 1 when fewer than --rate entries per second are audited from either."
    })
public final class LedgerFsckCommand implements Callable<Integer> {
  private static final int MISSED = 1;
  private static final int BATCH = 500;

  private final PrintStream out = System.out;

  @Option(
      names = "--entries",
      defaultValue = "200000",
      description = "entries of the log, default: ${DEFAULT-VALUE}")
  private long entries = 200_000;

  @Option(
      names = "--bytes",
      defaultValue = "400",
      description = "bytes of each entry, default: ${DEFAULT-VALUE}")
  private int bytes = 400;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "audits of each kind, default: ${DEFAULT-VALUE}")
  private int rounds = 3;

  @Option(
      names = "--rate",
      defaultValue = "50000",
      description = "required entries per second, default: ${DEFAULT-VALUE}")
  private double rate = 50_000;

  @Override
  public Integer call() throws Exception {
    Surroundings.here().print(out, "ledger, full audit, entries of " + bytes + " bytes");
    out.println(Sha256Floor.line(bytes));
    var root = Path.of(System.getProperty("picturelock.root", ".")).toAbsolutePath();
    try (var postgres = OwnPostgres.start(root);
        var scratch = new Scratch("picturelock-bench");
        var library = new LibraryAppend(postgres.database("fsck"), scratch.folder("ledger"))) {
      fill(library);
      var stored = library.stored();
      var key = library.keys().verifierKey(stored.head());
      var files = copy(stored, key, scratch.folder("log"));
      boolean met = measure("from the database", stored, key);
      met &= measure("from files", files, key);
      return met ? 0 : MISSED;
    }
  }

  private void fill(LibraryAppend library) throws SQLException {
    var made = new Entries(bytes);
    for (long done = 0; done < entries; done += BATCH) {
      library.append(made.next((int) Math.min(BATCH, entries - done)));
    }
  }

  private static FolderLog copy(LogSource from, VerifierKey key, Path folder) throws IOException {
    var copy = new FolderLog(folder);
    requireSound(
        LogAudit.of(from, key)
            .telling(
                new AuditListener() {
                  @Override
                  public void agreed(TilePath file, byte[] content) {
                    copy.write(file, content);
                  }
                })
            .run());
    copy.writeCheckpoint(from.checkpoint());
    return copy;
  }

  private boolean measure(String what, LogSource log, VerifierKey key) {
    double best = 0;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      requireSound(LogAudit.of(log, key).run());
      best = Math.max(best, entries / ((System.nanoTime() - start) / 1e9));
    }
    boolean met = best >= rate;
    out.printf(
        Locale.ROOT,
        "%-20s %,12d entries %,12.0f/s (want %,.0f): %s%n",
        what,
        entries,
        best,
        rate,
        met ? "met" : "MISSED");
    return met;
  }

  private static void requireSound(AuditResult result) {
    if (!(result instanceof AuditResult.Sound)) {
      throw new IllegalStateException("the log is damaged: " + result);
    }
  }
}
