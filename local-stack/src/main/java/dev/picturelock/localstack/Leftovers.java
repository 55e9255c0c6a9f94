package dev.picturelock.localstack;

import dev.picturelock.localstack.process.Signal;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Processes of an earlier run whose launcher was killed.
///
/// - **Whose:** only a process with the id *and* the start time that we wrote down is ended
final class Leftovers {

  private static final int PATIENCE_SECONDS = 15;

  private final DataFolder data;
  private final Terminal terminal;

  Leftovers(DataFolder data, Terminal terminal) {
    this.data = data;
    this.terminal = terminal;
  }

  /// Ends them, those that others depend on last. Returns how many there were.
  int end(List<Part> inStopOrder) throws IOException, InterruptedException {
    int ended = 0;
    for (var part : inStopOrder) {
      var pidFile = data.pid(part.name());
      var running = pidFile.running();
      if (running.isPresent()) {
        end(part.name(), part.stopSignal(), running.get());
        ended++;
      }
      pidFile.delete();
    }
    return ended;
  }

  private void end(String name, Signal signal, ProcessHandle process) throws InterruptedException {
    terminal.step(name, "ending process %d of an earlier run".formatted(process.pid()));
    signal.send(process);
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException _) {
      process.destroyForcibly();
    }
  }
}
