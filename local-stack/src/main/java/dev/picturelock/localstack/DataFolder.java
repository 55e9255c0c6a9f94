package dev.picturelock.localstack;

import dev.picturelock.localstack.process.PidFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The folder that holds everything an installation keeps between starts.
///
/// - **Shape:** `postgres`, `kafka`, `keys`, `anchors`, `secrets`, `logs`, `run` (process ids), and
///   the marker `demo.loaded`
record DataFolder(Path root) {

  /// Tells our folder from one that somebody named by mistake: only ours is ever emptied.
  private static final String OURS = "picturelock-data";

  void create() throws IOException {
    if (Files.isDirectory(root) && !exists() && !harmless()) {
      throw new IllegalArgumentException(
          root + " has other files in it; name an empty folder or a new one");
    }
    Files.createDirectories(root);
    Files.writeString(root.resolve(OURS), "Made by ./start. Everything here belongs to it.\n");
  }

  boolean exists() {
    return Files.exists(root.resolve(OURS));
  }

  /// Empties the folder, but for the logs and the lock of the run that does it.
  void empty() throws IOException {
    try (var files = Files.walk(root)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        var keep = file.equals(root) || file.startsWith(logs()) || file.startsWith(run());
        if (!keep && !file.endsWith(OURS)) {
          Files.delete(file);
        }
      }
    }
  }

  /// The right to run on this folder. The kernel takes it back however we end.
  Optional<FileLock> lock() throws IOException {
    Files.createDirectories(run());
    var channel =
        FileChannel.open(
            run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return Optional.ofNullable(channel.tryLock());
  }

  PidFile pid(String part) {
    return new PidFile(run().resolve(part + ".pid"));
  }

  PidFile launcher() {
    return pid("launcher");
  }

  /// Appears when everything is ready, and is gone before anything starts.
  Path ready() {
    return run().resolve("ready");
  }

  Path demoLoaded() {
    return root.resolve("demo.loaded");
  }

  Path folder(String name) {
    return root.resolve(name);
  }

  Path log(String part) {
    return logs().resolve(part + ".log");
  }

  /// A new log for this run; the one before is kept as `.log.1`.
  void rotateLog(String part) throws IOException {
    Files.createDirectories(logs());
    if (Files.exists(log(part))) {
      var previous = logs().resolve(part + ".log.1");
      Files.move(log(part), previous, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path logs() {
    return root.resolve("logs");
  }

  private Path run() {
    return root.resolve("run");
  }

  /// The script may have made the log folder before us.
  private boolean harmless() throws IOException {
    try (var files = Files.list(root)) {
      return files.allMatch(file -> List.of(logs(), run()).contains(file));
    }
  }
}
