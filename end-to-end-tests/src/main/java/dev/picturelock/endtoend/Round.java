package dev.picturelock.endtoend;

import java.time.Duration;
import java.util.List;

/// What came of one fault.
///
/// - **recovery** from the last harm until all worked again
/// - **accepted** events that callers were told to be accepted
/// - **entries** by which the logs grew: those events and what followed from them
record Round(String fault, Duration recovery, int accepted, long entries, List<String> violations) {

  Round {
    violations = List.copyOf(violations);
  }

  boolean isSound() {
    return violations.isEmpty();
  }
}
