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
  /// with 429; default 60,000, some 10,000 registrations. It should be what the broker takes in
  /// well under `acknowledgement`.
  @WithDefault("60000")
  long maxWaiting();

  /// More submissions than this at work at once, and the next is answered with 429; default 64:
  /// four for each connection to the database, since most of them wait for the broker and need
  /// none. It must stay well below the number of worker threads, so that everything else is still
  /// answered.
  @WithDefault("64")
  int maxInFlight();

  /// More bytes of submissions than this at work at once, and the next is answered with 429;
  /// default 12,582,912. Read and handled, a body needs about ten times its size of memory, so that
  /// is half of a heap of 256 MiB. It is more than the largest body, 8 MiB, for which one of
  /// unknown length counts: beside that there is room for small ones.
  @WithDefault("12582912")
  long maxBytesInFlight();
}
