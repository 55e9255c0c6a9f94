package dev.picturelock.cli.receipt;

import dev.picturelock.cli.terminal.SafeText;
import dev.picturelock.tlog.checkpoint.Checkpoint;

/// What a refresh came to, as people read it.
final class RefreshReport {

  private RefreshReport() {}

  /// - **file** where a receipt was written
  static String words(Refreshed refreshed, String file) {
    return switch (refreshed) {
      case Refreshed.Newer(_, var before, var now, int hashes) ->
          both(before, now)
              + line(
                  "ok",
                  "consistency",
                  "%d hashes prove that one extends the other".formatted(hashes))
              + "REFRESHED: the ledger has only grown from size %s to %s; the newer receipt is %s"
                  .formatted(before.size(), now.size(), SafeText.of(file));
      case Refreshed.Forked(_, var before, var now, var reason) ->
          both(before, now)
              + line("failed", "consistency", reason)
              + """
              FORK: the ledger has shown two pasts that exclude one another, and signed both:
                size %s, root %s (your receipt)
                size %s, root %s (now)
              Keep both receipts, they prove it to anybody; the newer one is %s\
              """
                  .formatted(
                      before.size(), before.root(), now.size(), now.root(), SafeText.of(file));
      case Refreshed.Unproven(var before, var now, var reason) ->
          both(before, now)
              + line("failed", "consistency", reason)
              + """
              NOT REFRESHED: the ledger does not prove that it has only grown:
                size %s, root %s (your receipt)
                size %s, root %s (now)\
              """
                  .formatted(before.size(), before.root(), now.size(), now.root());
      case Refreshed.NotVerified(var which, var step, var reason) ->
          line("failed", which, reason)
              + "NOT REFRESHED: the first step that failed is: %s of the %s".formatted(step, which);
    };
  }

  private static String both(Checkpoint before, Checkpoint now) {
    return line("ok", "old receipt", tree(before)) + line("ok", "new receipt", tree(now));
  }

  private static String tree(Checkpoint checkpoint) {
    return "%s, size %s, root %s"
        .formatted(checkpoint.origin(), checkpoint.size(), checkpoint.root());
  }

  private static String line(String outcome, String what, String detail) {
    return "%-8s %-11s %s%n".formatted(outcome, what, SafeText.of(detail));
  }
}
