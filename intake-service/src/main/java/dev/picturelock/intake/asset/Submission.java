package dev.picturelock.intake.asset;

import dev.picturelock.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// One registration as it was sent.
public sealed interface Submission {
  /// - **key** the name under which it may be repeated
  record Sent(Registration registration, @Nullable String key) implements Submission {}

  record Refused(ProblemException problem) implements Submission {}
}
