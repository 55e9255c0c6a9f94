package dev.picturelock.cli.receipt;

import dev.picturelock.cli.rotation.Rotation;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.note.VerifierKey;

/// What became of bringing a receipt up to date.
sealed interface Refreshed {

  /// The newer receipt holds, and its tree extends that of the older one.
  ///
  /// - **proofLength** hashes of the consistency proof; 0 between equal trees
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Newer(byte[] receipt, Checkpoint before, Checkpoint now, int proofLength)
      implements Refreshed {}

  /// The newer receipt holds, its log has ended, and another one goes on from that end.
  ///
  /// - **newer** what became of the receipt
  /// - **next** key of the log that follows
  /// - **rotation** what its first entry says
  record Ended(Newer newer, Checkpoint end, VerifierKey next, Rotation rotation)
      implements Refreshed {}

  /// The newer receipt holds, but the log that the title goes on in does not follow its log.
  record NotCarriedOn(Checkpoint before, Checkpoint now, String reason) implements Refreshed {}

  /// One of the receipts does not hold by itself.
  ///
  /// - **which** `old receipt` or `new receipt`
  record NotVerified(String which, String step, String reason) implements Refreshed {}

  /// Both receipts hold, and one tree does not extend the other: the ledger has shown two pasts,
  /// and both receipts together prove it to anybody.
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Forked(byte[] receipt, Checkpoint before, Checkpoint now, String reason)
      implements Refreshed {}

  /// Both receipts hold, but the ledger does not give what would tell whether one tree extends the
  /// other.
  record Unproven(Checkpoint before, Checkpoint now, String reason) implements Refreshed {}
}
