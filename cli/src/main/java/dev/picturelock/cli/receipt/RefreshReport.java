package dev.picturelock.cli.receipt;

import dev.picturelock.cli.terminal.SafeText;
import dev.picturelock.tlog.checkpoint.Checkpoint;

/// What a refresh came to, as people read it.
final class RefreshReport {

  private RefreshReport() {}

  /// - **file** where a receipt was written
  static String words(Refreshed refreshed, String file) {
    return switch (refreshed) {
      case Refreshed.Newer newer -> consistent(newer) + refreshed(newer, file);
      case Refreshed.Ended(var newer, var end, var next, var rotation) ->
          consistent(newer)
              + line(
                  "ok",
                  "rotation",
                  "the log ended at size %s; %s goes on from there, %s (%s)"
                      .formatted(end.size(), next.name(), rotation.whoSaysSo(), rotation.reason()))
              + refreshed(newer, file)
              + rotation
                  .oldKeyIsNoWitness()
                  .map(what ->
                      "\nThe old key %s: take the key of the next log from another source"
                          .formatted(what))
                  .orElseGet(() -> "\nThe key of the next log is " + SafeText.of(next.format()));
      case Refreshed.NotCarriedOn(var before, var now, var reason) ->
          both(before, now)
              + line("failed", "rotation", reason)
              + "NOT REFRESHED: the title goes on in a log that does not follow from this one";
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

  private static String consistent(Refreshed.Newer newer) {
    return both(newer.before(), newer.now())
        + line(
            "ok",
            "consistency",
            "%d hashes prove that one extends the other".formatted(newer.proofLength()));
  }

  private static String refreshed(Refreshed.Newer newer, String file) {
    return "REFRESHED: the ledger has only grown from size %s to %s; the newer receipt is %s"
        .formatted(newer.before().size(), newer.now().size(), SafeText.of(file));
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
