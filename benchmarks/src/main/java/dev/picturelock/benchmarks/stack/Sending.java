package dev.picturelock.benchmarks.stack;

import dev.picturelock.benchmarks.UnusableException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A load that goes on beside the measurement.
final class Sending implements AutoCloseable {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<?> load;

  Sending(Runnable load) {
    this.load = thread.submit(load);
  }

  /// - **Errors:** [UnusableException] when the load broke
  void requireAlive() {
    if (load.state() == Future.State.FAILED) {
      throw new UnusableException("sending failed: " + load.exceptionNow());
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
