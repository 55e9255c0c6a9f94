package dev.picturelock.provenance.ledger.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/// The mark that an alarm leaves beside the journals. As long as it is there, a start audits all
/// logs before it opens the gate: neither a supervisor nor a nervous hand can wash an alarm away.
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
      Files.writeString(file, alarm.sentence() + "\n");
    } catch (IOException unwritable) {
      // The gate is shut all the same; only the next start will not know.
      LOG.errorf("the alarm could not be kept in %s: %s", file, unwritable);
    }
  }

  void clear() throws IOException {
    Files.deleteIfExists(file);
  }
}
