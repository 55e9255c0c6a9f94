package dev.picturelock.intake.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of the intake service.
@ConfigMapping(prefix = "picturelock.intake")
public interface IntakeConfig {
  /// How long an answer waits for the broker before it is a 503; default 10 s.
  @WithDefault("10s")
  Duration acknowledgement();

  /// More events and sealed values than this waiting for the broker, and submissions are answered
  /// with 429; default 20,000. It should be what the broker takes in well under `acknowledgement`.
  @WithDefault("20000")
  long maxWaiting();

  /// More submissions than this at work at once, and the next is answered with 429; default 64. It
  /// must stay well below the number of worker threads, so that everything else is still answered.
  @WithDefault("64")
  int maxInFlight();

  /// More bytes of submissions than this at work at once, and the next is answered with 429;
  /// default 16,777,216. Read and handled, a body needs about ten times its size of memory.
  @WithDefault("16777216")
  long maxBytesInFlight();
}
