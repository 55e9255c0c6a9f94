package dev.picturelock.provenance.ledger.witness;

import java.time.Duration;
import java.time.Instant;

/// Pauses after failures, each twice as long as the one before. For one thread at a time.
final class BackOff {
  private static final int MOST_DOUBLINGS = 20;

  private final Duration shortest;
  private final Duration longest;
  private int failures;
  private Instant until = Instant.MIN;

  BackOff(Duration shortest, Duration longest) {
    this.shortest = shortest;
    this.longest = longest;
  }

  boolean isOver(Instant now) {
    return !now.isBefore(until);
  }

  void succeeded() {
    failures = 0;
    until = Instant.MIN;
  }

  void failed(Instant now) {
    var pause = shortest.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    until = now.plus(pause.compareTo(longest) > 0 ? longest : pause);
    failures++;
  }

  /// Whether the last failure came right after a success, so that it is news.
  boolean isNews() {
    return failures == 1;
  }
}
