package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.kit.file.DurableFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/// The mark that an alarm leaves beside the journals. As long as it is there, a start audits all
/// logs before it opens the gate: neither a supervisor nor a nervous hand nor a power cut can wash an
/// alarm away.
@ApplicationScoped
class AlarmFile {
  private static final Logger LOG = Logger.getLogger(AlarmFile.class);

  private final Path file;

  AlarmFile(GuardConfig config) {
    this.file = config.anchorsDir().resolve("alarm");
  }

  boolean exists() {
    return Files.exists(file);
  }

  void keep(Alarm alarm) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      DurableFile.write(file, (alarm.sentence() + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException unwritable) {
      // The gate is shut all the same; only the next start will not know.
      LOG.errorf("the alarm could not be kept in %s: %s", file, unwritable);
    }
  }

  void clear() throws IOException {
    Files.deleteIfExists(file);
  }
}
