package dev.picturelock.cli.log;

import dev.picturelock.cli.terminal.SafeText;
import dev.picturelock.cli.terminal.Style;
import dev.picturelock.tlog.audit.AuditListener;
import dev.picturelock.tlog.merkle.TreeSize;
import java.io.PrintWriter;
import java.time.Duration;

/// What a person is told while a log is walked.
final class Terminal {

  private static final long EVERY = Duration.ofSeconds(2).toNanos();

  private final PrintWriter out;
  private final PrintWriter err;
  private final Stop stop;

  Terminal(PrintWriter out, PrintWriter err, Stop stop) {
    this.out = out;
    this.err = err;
    this.stop = stop;
  }

  /// A verdict that catches the eye, and what it is about.
  void verdict(Style style, String verdict, String text) {
    out.println(style.of(verdict) + " " + SafeText.of(text));
  }

  void warn(String text) {
    err.println(SafeText.of(text));
  }

  /// Tells now and then how far a walk is, and ends it when somebody wants to stop.
  AuditListener progress(String what) {
    return new AuditListener() {
      private long told = System.nanoTime();

      @Override
      public void progress(TreeSize audited, TreeSize size) {
        stop.check();
        if (System.nanoTime() - told > EVERY) {
          told = System.nanoTime();
          warn("%s: %s of %s entries".formatted(what, audited, size));
        }
      }
    };
  }
}
