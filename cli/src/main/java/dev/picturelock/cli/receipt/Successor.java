package dev.picturelock.cli.receipt;

import dev.picturelock.cli.rotation.Rotation;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.policy.PolicyResult.Unsatisfied;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult.Refused;

/// The log that a title goes on in after the one at hand has ended, as the ledger tells it.
///
/// - **ended** the last checkpoint of the log that has ended
/// - **key** of the log that follows
/// - **entry, receipt** its first entry, and the proof that it is that
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record Successor(byte[] ended, VerifierKey key, byte[] entry, byte[] receipt) {

  /// The last checkpoint of the log whose key is the old one.
  ///
  /// - **Errors:** [MalformedException] when it is not that
  Checkpoint end(VerifierKey old) {
    var signed = SignedCheckpoint.parse(ended);
    if (Policy.ofLog(old).evaluate(signed) instanceof Unsatisfied unsatisfied) {
      throw new MalformedException("last checkpoint", unsatisfied.reason());
    }
    return signed.checkpoint();
  }

  /// What the first entry says, which is that this log follows the one that ended here.
  ///
  /// - **Errors:** [MalformedException] when it does not
  Rotation follows(Checkpoint end, VerifierKey old) {
    if (Receipt.check(receipt, entry, key) instanceof Refused refused) {
      throw new MalformedException("first entry", refused.reason());
    }
    if (Receipt.parse(receipt).index().value() != 0) {
      throw new MalformedException("first entry", "its receipt is of another one");
    }
    var rotation = Rotation.parse(entry);
    rotation
        .problem(end, old, key)
        .ifPresent(problem -> {
          throw new MalformedException("rotation", problem);
        });
    return rotation;
  }
}
