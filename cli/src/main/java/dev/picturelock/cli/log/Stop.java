package dev.picturelock.cli.log;

import dev.picturelock.cli.terminal.EndedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Somebody's wish to end a command that would go on for ever.
final class Stop {

  private static final long PATIENCE_SECONDS = 5;

  private final CountDownLatch wanted = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  /// Ends a walk; there is nothing to clean up, because a copy can be left at any moment.
  static final class StoppedException extends EndedException {
    private static final long serialVersionUID = 1L;

    private StoppedException() {
      super("stopped; the folder holds what it held, go on whenever you like");
    }
  }

  /// Listens to Ctrl-C and to a request to terminate; the process then waits a moment for [#done],
  /// so that the last words are said.
  static Stop bySignal() {
    var stop = new Stop();
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  stop.want();
                  stop.awaitDone();
                }));
    return stop;
  }

  void want() {
    wanted.countDown();
  }

  void done() {
    done.countDown();
  }

  /// Throws when it is time to stop.
  void check() {
    if (wanted.getCount() == 0) {
      throw new StoppedException();
    }
  }

  /// Waits as long, or until it is time to stop; then it throws.
  void rest(Duration time) {
    try {
      if (wanted.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoppedException();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new StoppedException();
    }
  }

  private void awaitDone() {
    try {
      var _ = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
