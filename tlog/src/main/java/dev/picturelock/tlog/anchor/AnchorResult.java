package dev.picturelock.tlog.anchor;

import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.receipt.ReceiptResult;

/// What checking an anchor came to.
public sealed interface AnchorResult {

  /// The log of logs commits to this checkpoint.
  ///
  /// - **anchored:** of the log that was asked about
  /// - **proof:** where in the log of logs, under which checkpoint, cosigned by whom
  record Verified(AnchorEntry entry, Checkpoint anchored, ReceiptResult.Verified proof)
      implements AnchorResult {}

  /// The first step that did not hold; those before it did.
  record Refused(AnchorStep step, String reason) implements AnchorResult {}
}
