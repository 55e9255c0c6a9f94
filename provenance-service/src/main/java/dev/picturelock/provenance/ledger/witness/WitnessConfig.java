package dev.picturelock.provenance.ledger.witness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Settings of witnessing.
@ConfigMapping(prefix = "picturelock.witness")
public interface WitnessConfig {
  /// The policy file (c2sp.org/tlog-policy): its witnesses with a URL are asked, its quorum says
  /// what is enough. Without it nobody is asked.
  Optional<Path> policy();

  /// Whether the logs of titles are witnessed too; witnesses then see their origins and sizes.
  @WithDefault("false")
  boolean titles();

  /// The least time between two checkpoints of one log that are shown to a witness.
  @WithDefault("1s")
  Duration period();

  /// How long one request may take.
  @WithDefault("5s")
  Duration timeout();

  /// The longest pause after a witness failed again and again.
  @WithDefault("5m")
  Duration longestPause();
}
