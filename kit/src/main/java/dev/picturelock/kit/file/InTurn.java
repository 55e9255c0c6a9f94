package dev.picturelock.kit.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;

/// Lets one process after the other, and of one process one thread after the other, do what must
/// not be done by two at once. The system ends the turn of a process that dies.
public final class InTurn {
  private InTurn() {}

  /// What is done in a turn.
  @FunctionalInterface
  public interface Step {
    void run() throws IOException;
  }

  /// Waits for the turn, takes the step and lets the next one begin.
  ///
  /// - **lock** a file that is there for nothing else; it is made, with its folder, and stays
  public static void take(Path lock, Step step) throws IOException {
    OwnerOnly.makeFolder(Objects.requireNonNull(lock.toAbsolutePath().getParent()));
    var options = Set.<OpenOption>of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    synchronized (InTurn.class) {
      try (var channel = FileChannel.open(lock, options, OwnerOnly.FILE);
          var _ = channel.lock()) {
        step.run();
      }
    }
  }
}
