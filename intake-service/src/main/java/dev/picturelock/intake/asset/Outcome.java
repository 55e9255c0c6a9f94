package dev.picturelock.intake.asset;

import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.kit.problem.ProblemException;
import java.util.UUID;

/// What became of a submission.
public sealed interface Outcome {
  record Accepted(AssetRef asset, UUID eventId) implements Outcome {}

  /// The same content was accepted before; the event is that of the first time.
  record Duplicate(AssetRef asset, UUID eventId) implements Outcome {}

  record Rejected(ProblemException problem) implements Outcome {}
}
