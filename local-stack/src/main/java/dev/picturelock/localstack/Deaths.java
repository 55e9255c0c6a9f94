package dev.picturelock.localstack;

import java.time.Duration;
import java.util.Optional;

/// When a part that dies again and again is started again: after pauses that double, and at last
/// not at all. A part that was ready for a while has done its work, so its death is a first one,
/// whatever came before.
final class Deaths {
  private static final int MOST_IN_A_ROW = 6;
  private static final long LONGEST_PAUSE_SECONDS = 16;
  private static final Duration A_WHILE = Duration.ofSeconds(10);

  private int inARow;

  /// The pause before the next start; nothing when there is none.
  ///
  /// - **ready** for how long it was, zero if never
  Optional<Duration> next(Duration ready) {
    inARow = ready.compareTo(A_WHILE) > 0 ? 1 : inARow + 1;
    return inARow > MOST_IN_A_ROW
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << (inARow - 1)) - 1));
  }

  int inARow() {
    return inARow;
  }
}
