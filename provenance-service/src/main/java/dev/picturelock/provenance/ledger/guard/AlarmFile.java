package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.kit.file.DurableFile;
import dev.picturelock.kit.file.OwnerOnly;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/// The mark that an alarm leaves beside the journals. As long as it is there, a start audits all
/// logs before it opens the gate: neither a supervisor nor a nervous hand nor a power cut can wash
/// an alarm away.
@ApplicationScoped
class AlarmFile {
  private static final Logger LOG = Logger.getLogger(AlarmFile.class);

  private final Path file;
  private final Path lost;
  private final Path keyless;

  AlarmFile(GuardConfig config) {
    this.file = config.anchorsDir().resolve("alarm");
    this.lost = config.anchorsDir().resolve("lost-logs");
    this.keyless = config.anchorsDir().resolve("lost-keys");
  }

  boolean exists() {
    return Files.exists(file);
  }

  void keep(Alarm alarm) {
    write(file, List.of(alarm.sentence()));
  }

  /// Lists lost logs, one origin a line, in the form of `accept-loss`.
  void keepLost(List<String> origins) {
    write(lost, origins);
  }

  /// Lists logs without a key, one origin a line, in the form of `accept-key-loss`.
  void keepKeyless(List<String> origins) {
    write(keyless, origins);
  }

  void clear() throws IOException {
    Files.deleteIfExists(lost);
    Files.deleteIfExists(keyless);
    Files.deleteIfExists(file);
  }

  private static void write(Path file, List<String> lines) {
    try {
      OwnerOnly.makeFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      var text = String.join("\n", lines) + "\n";
      DurableFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unwritable) {
      // The gate is shut all the same; only the next start will not know.
      LOG.errorf("the alarm could not be kept in %s: %s", file, unwritable);
    }
  }
}
