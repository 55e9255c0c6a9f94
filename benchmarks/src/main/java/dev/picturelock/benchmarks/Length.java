package dev.picturelock.benchmarks;

import java.time.Duration;
import picocli.CommandLine.Option;

/// How long a measurement and the load before it last.
public final class Length {
  @Option(
      names = "--seconds",
      description = "length of each measurement, default: ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--warm-up",
      description = "seconds of load before it is measured, default: ${DEFAULT-VALUE}")
  private int warmUp;

  /// The defaults of a command.
  public Length(int seconds, int warmUp) {
    this.seconds = seconds;
    this.warmUp = warmUp;
  }

  public Duration measured() {
    return Duration.ofSeconds(seconds);
  }

  public Duration warmUp() {
    return Duration.ofSeconds(warmUp);
  }
}
