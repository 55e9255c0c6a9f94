package dev.picturelock.testkit;

import dev.picturelock.localstack.process.Command;
import dev.picturelock.localstack.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/// A helper process of the test JVM in a temporary folder; it ends with the JVM, however that ends.
final class Tethered {

  private static final int PATIENCE_SECONDS = 15;

  private Tethered() {}

  static Path folder(String name) {
    try {
      return Files.createTempDirectory("picturelock-" + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A folder without a process; gone with the JVM.
  static Path scratch(String name) {
    var folder = folder(name);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    return folder;
  }

  static Process start(Command command, Signal signal, Path folder) {
    var process = command.tethered(signal).start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
    return process;
  }

  /// Closing standard input is what ends the process. If we die before this line the kernel closes
  /// it, and only the temporary folder is left behind.
  private static void stop(Process process, Path folder) {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
      }
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
