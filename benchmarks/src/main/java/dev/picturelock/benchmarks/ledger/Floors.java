package dev.picturelock.benchmarks.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/// What this machine does when it does nothing but the unavoidable: one core that hashes, a
/// database that takes the rows.
public final class Floors {
  private static final int BATCH = 500;
  private static final int WARM_UP = 50_000;
  private static final int ROWS = 200_000;

  private Floors() {}

  /// Prints both, for entries of so many bytes. Takes some seconds, and a PostgreSQL of its own.
  public static void print(PrintStream out, int bytes)
      throws IOException, SQLException, InterruptedException {
    out.print(Sha256Floor.line(bytes));
    var root = Path.of(System.getProperty("picturelock.root", ".")).toAbsolutePath();
    try (var postgres = OwnPostgres.start(root);
        var plain = new PlainInsert(postgres.database("floor"))) {
      var _ = Growth.of(plain, new Entries(bytes), BATCH, WARM_UP);
      out.printf(
          Locale.ROOT,
          "# plain INSERT of the same rows, %d at a time: %,.0f entries/s%n%n",
          BATCH,
          Growth.of(plain, new Entries(bytes), BATCH, ROWS).perSecond());
    }
  }
}
