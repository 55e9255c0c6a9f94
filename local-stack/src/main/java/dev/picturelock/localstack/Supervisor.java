package dev.picturelock.localstack;

import dev.picturelock.localstack.process.Command;
import dev.picturelock.localstack.process.PidFile;
import dev.picturelock.localstack.process.Readiness;
import dev.picturelock.localstack.process.RefusalException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps one part running: starts it, says when it is ready, starts it again when it dies.
///
/// - **First start** fails at once, so that the person reads why
/// - **Later deaths** are answered with a new start, see [Deaths]; a part that stays down says so
final class Supervisor {

  private static final int STOP_SECONDS = 15;
  // what is still starting may not listen to signals yet and has nothing to finish
  private static final int STOP_SECONDS_WHILE_STARTING = 3;

  private final Part part;
  private final PidFile pidFile;
  private final Terminal terminal;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private @Nullable Process process;

  Supervisor(Part part, PidFile pidFile, Terminal terminal) {
    this.part = part;
    this.pidFile = pidFile;
    this.terminal = terminal;
  }

  Part part() {
    return part;
  }

  /// Completed by the first readiness, or with the reason why there was none.
  CompletableFuture<Void> ready() {
    return ready;
  }

  /// The running process, if there is one.
  synchronized @Nullable ProcessHandle handle() {
    return process == null || !process.isAlive() ? null : process.toHandle();
  }

  /// Runs the part until it is stopped; to be called on a thread of its own.
  ///
  /// - **Needs:** what must be complete before the part starts
  void run(CompletableFuture<Void> needs) {
    try {
      needs.join();
      startAndWaitUntilReady();
      ready.complete(null);
      keepRunning();
    } catch (InterruptedException e) {
      ready.completeExceptionally(e);
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      ready.completeExceptionally(e);
    }
  }

  /// Ends the process in its orderly way, or by force if it takes too long.
  void stop() {
    stopping.countDown();
    var running = handle();
    if (running == null) {
      return;
    }
    long start = System.nanoTime();
    part.stopSignal().send(running);
    try {
      int patience = ready.isDone() ? STOP_SECONDS : STOP_SECONDS_WHILE_STARTING;
      running.onExit().get(patience, TimeUnit.SECONDS);
      terminal.step(part.name(), "stopped in " + seconds(start));
    } catch (Exception _) {
      running.destroyForcibly();
      terminal.bad(part.name(), "did not stop within %s, ended by force".formatted(seconds(start)));
    }
  }

  private void startAndWaitUntilReady() throws Exception {
    long start = System.nanoTime();
    terminal.step(part.name(), "starting");
    part.prepare();
    var command = part.command();
    var started = launch(command);
    if (started == null) {
      return;
    }
    Readiness.await(part.name(), started, command, part.patience(), part::ready, part::refusal);
    part.settle();
    terminal.good(part.name(), "ready after " + seconds(start));
  }

  /// Nothing is launched once stopping has begun: it would outlive us.
  private synchronized @Nullable Process launch(Command command) throws Exception {
    if (stopping.getCount() == 0) {
      return null;
    }
    process = command.start();
    pidFile.write(process.toHandle());
    return process;
  }

  private void keepRunning() throws InterruptedException {
    var deaths = new Deaths();
    while (true) {
      long ready = System.nanoTime();
      awaitDeath();
      var pause = deaths.next(Duration.ofNanos(System.nanoTime() - ready));
      if (stopping.getCount() == 0) {
        return;
      }
      if (pause.isEmpty()) {
        terminal.bad(
            part.name(),
            "died %d times in a row and stays down; read %s"
                .formatted(deaths.inARow(), part.command().log()));
        return;
      }
      long seconds = pause.get().toSeconds();
      terminal.bad(part.name(), "died, starting it again in %d s".formatted(seconds));
      if (stopping.await(seconds, TimeUnit.SECONDS)) {
        return;
      }
      startAgain();
    }
  }

  private void awaitDeath() throws InterruptedException {
    Process watched;
    synchronized (this) {
      watched = process;
    }
    if (watched != null) {
      watched.waitFor();
    }
  }

  private void startAgain() throws InterruptedException {
    try {
      startAndWaitUntilReady();
    } catch (InterruptedException e) {
      throw e;
    } catch (RefusalException e) {
      // what it can do without harm it goes on doing; another start would only end in the same
      terminal.bad(part.name(), String.valueOf(e.getMessage()));
    } catch (Exception e) {
      // a start that hangs counts as a death, so that the next round tries again
      terminal.bad(part.name(), String.valueOf(e.getMessage()));
      var running = handle();
      if (running != null && stopping.getCount() > 0) {
        running.destroyForcibly();
      }
    }
  }

  private static String seconds(long start) {
    return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
  }
}
