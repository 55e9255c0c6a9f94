package dev.picturelock.classifier.simulation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of simulations.
@ConfigMapping(prefix = "picturelock.classifier.simulation")
public interface SimulationConfig {
  /// How many may run at the same time; the next one is told to come back later.
  @WithDefault("4")
  int atOnce();

  /// How long the broker may give nothing before a simulation ends with an error.
  @WithDefault("PT30S")
  Duration patience();

  /// How long a client may take nothing of its answer before it is cut off, so that it does not
  /// keep a place; up to twice as long, because it is looked at that often.
  @WithDefault("PT30S")
  Duration clientPatience();
}
