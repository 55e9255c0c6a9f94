package dev.picturelock.intake;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The broker holds still, as one whose disk hangs: connections stay, answers do not come. Closing
/// lets it go on where it stood.
final class SilentBroker implements AutoCloseable {

  SilentBroker() {
    signal("STOP");
  }

  @Override
  public void close() {
    signal("CONT");
  }

  /// The broker is the only other Java program that this one has started.
  private static void signal(String name) {
    var broker =
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().command().orElse("").endsWith("/java"))
            .findFirst()
            .orElseThrow();
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(broker.pid())).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
