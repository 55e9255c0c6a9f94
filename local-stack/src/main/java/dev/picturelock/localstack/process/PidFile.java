package dev.picturelock.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Remembers a process in a file, so that a later run can find it again.
///
/// - **Shape:** process id, a blank, the instant it started. The instant tells our process from a
///   later one that was given the same id.
public record PidFile(Path file) {

  public void write(ProcessHandle process) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, process.pid() + " " + startOf(process));
  }

  /// The process that was written down, if that very process still runs.
  public Optional<ProcessHandle> running() throws IOException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    var content = Files.readString(file);
    var blank = content.indexOf(' ');
    if (blank < 1 || !content.substring(0, blank).chars().allMatch(Character::isDigit)) {
      // cut short by a crash: it tells us nothing
      return Optional.empty();
    }
    var start = content.substring(blank + 1);
    return ProcessHandle.of(Long.parseLong(content.substring(0, blank)))
        .filter(ProcessHandle::isAlive)
        .filter(process -> startOf(process).equals(start));
  }

  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
