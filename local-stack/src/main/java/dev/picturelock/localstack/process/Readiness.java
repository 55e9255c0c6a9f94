package dev.picturelock.localstack.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits until a started process does its work, dies or takes too long.
public final class Readiness {

  private static final long POLL_MILLIS = 100;

  private Readiness() {}

  /// Returns once `ready` holds; fails with a sentence that names the part, its log, and for a
  /// program that ended the reason it gave there.
  public static void await(
      String part, Process process, Command command, Duration patience, BooleanSupplier ready)
      throws InterruptedException {
    await(part, process, command, patience, ready, Optional::empty);
  }

  /// Ends at once where the process says that waiting is of no use.
  ///
  /// - **Errors:** [RefusalException] with what `refusal` gives
  public static void await(
      String part,
      Process process,
      Command command,
      Duration patience,
      BooleanSupplier ready,
      Supplier<Optional<String>> refusal)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!ready.getAsBoolean()) {
      var refused = refusal.get();
      if (refused.isPresent()) {
        throw new RefusalException(part, refused.get());
      }
      // waiting for the exit is the pause between two looks, so a death is noticed at once
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "%s ended with %d before it was ready, see %s%s"
                .formatted(part, process.exitValue(), command.log(), reason(command)));
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%s was not ready within %d s, see %s"
                .formatted(part, patience.toSeconds(), command.log()));
      }
    }
  }

  private static String reason(Command command) {
    return LastWords.of(command.log()).map(words -> "; it said: " + words).orElse("");
  }
}
