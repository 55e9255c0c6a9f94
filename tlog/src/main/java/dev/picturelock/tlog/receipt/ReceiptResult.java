package dev.picturelock.tlog.receipt;

import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.note.Endorsement;
import java.util.List;

/// What checking a receipt came to.
public sealed interface ReceiptResult {

  /// The entry is in the log, at that index, under that signed checkpoint.
  record Verified(LeafIndex index, Checkpoint checkpoint, List<Endorsement> endorsements)
      implements ReceiptResult {
    public Verified {
      endorsements = List.copyOf(endorsements);
    }
  }

  /// The first step that did not hold; those before it did.
  record Refused(ReceiptStep step, String reason) implements ReceiptResult {}
}
