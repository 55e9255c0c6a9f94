package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.kit.file.DurableFile;
import dev.picturelock.kit.file.InTurn;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// The mark that an alarm leaves beside the journals. As long as it is there, a start audits all
/// logs before it opens the gate: neither a supervisor nor a nervous hand nor a power cut can wash
/// an alarm away. What a witness has said no audit of our own tables can answer, so that mark stays
/// until the operator removes it, and no other one takes its place.
@ApplicationScoped
class AlarmFile {
  private static final Logger LOG = Logger.getLogger(AlarmFile.class);

  private static final int LINES = 5;

  private final Path file;
  private final Path lock;
  private final Path lost;
  private final Path keyless;

  AlarmFile(GuardConfig config) {
    this.file = config.anchorsDir().resolve("alarm");
    this.lock = config.anchorsDir().resolve("alarm.lock");
    this.lost = config.anchorsDir().resolve("lost-logs");
    this.keyless = config.anchorsDir().resolve("lost-keys");
  }

  boolean exists() {
    return Files.exists(file);
  }

  void keep(Alarm alarm) {
    keep(() -> {
      // One that nobody can read may be one that stays, so no other one takes its place.
      if (staying().isEmpty()) {
        write(file, lines(alarm));
      }
    });
  }

  /// What is kept now, for [#clear] to compare.
  ///
  /// - **Errors:** [IOException] when nobody can tell
  Kept kept() throws IOException {
    try {
      return new Kept(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException none) {
      return new Kept("");
    }
  }

  /// Byte for byte what lies there; empty where nothing does.
  record Kept(String content) {}

  /// The alarm that only the operator can remove, if that is what is kept.
  ///
  /// - **Errors:** [IOException], which names the file, when nobody can tell what is kept
  Optional<Alarm> staying() throws IOException {
    try {
      return exists()
          ? parse(Files.readAllLines(file)).filter(alarm -> alarm.kind().staysUntilRemoved())
          : Optional.empty();
    } catch (IOException unreadable) {
      throw new IOException(
          "the alarm in %s cannot be read: %s".formatted(file, unreadable), unreadable);
    }
  }

  /// Lists lost logs, one origin a line, in the form of `accept-loss`.
  void keepLost(List<String> origins) {
    keep(() -> write(lost, origins));
  }

  /// Lists logs without a key, one origin a line, in the form of `accept-key-loss`.
  void keepKeyless(List<String> origins) {
    keep(() -> write(keyless, origins));
  }

  /// Forgets the alarm, unless it is another one than was kept then: that of another instance, or a
  /// new one.
  void clear(Kept then) throws IOException {
    InTurn.take(
        lock,
        () -> {
          if (kept().equals(then)) {
            Files.deleteIfExists(lost);
            Files.deleteIfExists(keyless);
            Files.deleteIfExists(file);
          }
        });
  }

  /// A sentence for people, then each part of it for the next start.
  private static List<String> lines(Alarm alarm) {
    return Stream.of(
            alarm.sentence(),
            alarm.kind().name(),
            alarm.where(),
            alarm.detail(),
            alarm.since().toString())
        .map(text -> text.lines().collect(Collectors.joining(" ")))
        .toList();
  }

  /// Nothing where somebody else wrote the file.
  private static Optional<Alarm> parse(List<String> lines) {
    try {
      return lines.size() == LINES
          ? Optional.of(
              new Alarm(
                  Alarm.Kind.valueOf(lines.get(1)),
                  lines.get(2),
                  lines.get(3),
                  Instant.parse(lines.get(4))))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeParseException notOurs) {
      return Optional.empty();
    }
  }

  private void keep(InTurn.Step step) {
    try {
      InTurn.take(lock, step);
    } catch (IOException failed) {
      // The gate is shut all the same; only the next start will not know.
      LOG.errorf("the alarm could not be kept in %s: %s", file.getParent(), failed);
    }
  }

  private static void write(Path file, List<String> lines) throws IOException {
    var text = String.join("\n", lines) + "\n";
    DurableFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
