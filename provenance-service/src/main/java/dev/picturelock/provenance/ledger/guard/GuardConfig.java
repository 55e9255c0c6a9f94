package dev.picturelock.provenance.ledger.guard;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;

/// Settings of the rollback guard.
@ConfigMapping(prefix = "picturelock.guard")
public interface GuardConfig {
  /// Folder of the journals of what was released. It MUST NOT lie in the database's folder and is
  /// never set back to an earlier state. No default.
  Path anchorsDir();

  /// How long a full audit of the own tables may take, and so the time within which a changed byte
  /// is noticed; ten minutes by default. A pass takes at most a tenth of a core, and longer than
  /// this if it must.
  Duration scrubPeriod();
}
