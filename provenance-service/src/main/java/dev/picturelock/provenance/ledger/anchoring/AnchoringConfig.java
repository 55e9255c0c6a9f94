package dev.picturelock.provenance.ledger.anchoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of the log of logs.
@ConfigMapping(prefix = "picturelock.log-of-logs")
public interface AnchoringConfig {
  /// The least time between two entries; there is none when no log has changed.
  @WithDefault("60s")
  Duration period();
}
