package dev.picturelock.intake.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of the intake service.
@ConfigMapping(prefix = "picturelock.intake")
interface IntakeConfig {
  /// How long an answer waits for the broker before it is a 503; default 10 s.
  @WithDefault("10s")
  Duration acknowledgement();
}
