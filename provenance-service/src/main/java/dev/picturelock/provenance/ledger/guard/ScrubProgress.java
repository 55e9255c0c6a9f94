package dev.picturelock.provenance.ledger.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Whether the scrubber gets through. It does while passes end, and in a long one while it comes
/// further than any try before.
final class ScrubProgress {
  private static final int PERIODS = 3;
  private static final Duration AT_LEAST = Duration.ofMinutes(5);

  /// A pass that a short outage broke off begins anew, and going the same way again is progress. So
  /// often.
  private static final int FRESH_STARTS = 3;

  private final InstantSource clock;
  private final Duration patience;
  private Instant last;
  private long furthest;
  private int failures;

  ScrubProgress(InstantSource clock, Duration period) {
    this.clock = clock;
    var periods = period.multipliedBy(PERIODS);
    this.patience = periods.compareTo(AT_LEAST) < 0 ? AT_LEAST : periods;
    this.last = clock.instant();
  }

  /// - **entries** of the pass that is under way
  synchronized void audited(long entries) {
    if (entries > furthest) {
      furthest = entries;
      last = clock.instant();
    }
  }

  synchronized void failed() {
    failures++;
    if (failures <= FRESH_STARTS) {
      furthest = 0;
    }
  }

  synchronized void ended() {
    failures = 0;
    furthest = 0;
    last = clock.instant();
  }

  /// Since when it gets nowhere, if that is for too long.
  synchronized Optional<Instant> stuckSince() {
    return Optional.of(last).filter(since -> since.plus(patience).isBefore(clock.instant()));
  }
}
