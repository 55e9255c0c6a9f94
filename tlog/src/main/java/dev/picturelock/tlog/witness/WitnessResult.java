package dev.picturelock.tlog.witness;

import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.SignatureLine;
import dev.picturelock.tlog.witness.WitnessAnswer.Refusal;
import java.util.List;

/// What asking one witness came to.
public sealed interface WitnessResult {

  /// It cosigned; the lines are by its known keys and hold.
  record Cosigned(List<SignatureLine> lines) implements WitnessResult {
    public Cosigned {
      lines = List.copyOf(lines);
    }
  }

  /// It has cosigned a larger tree of this log: this checkpoint is old, or the log was rolled back.
  record Ahead(TreeSize latest) implements WitnessResult {}

  /// It will not cosign this checkpoint. [Refusal#INCONSISTENT] is an accusation.
  record Refused(Refusal refusal) implements WitnessResult {}

  /// Its answer is of no use; asking again may help.
  record Unusable(String reason) implements WitnessResult {}

  /// It did not answer in time, or not at all.
  record Unreachable(String reason) implements WitnessResult {}
}
