package dev.picturelock.tlog.receipt;

/// The steps of checking a receipt, in their order (c2sp.org/tlog-proof, verifying a tlog proof).
public enum ReceiptStep {
  /// The bytes are a tlog-proof.
  FORMAT,
  /// The checkpoint is of the log that was expected.
  ORIGIN,
  /// The log's key signed the checkpoint, and no known key's signature on it is bad.
  SIGNATURE,
  /// Enough witnesses cosigned the checkpoint for the policy; only looked at when there is one.
  QUORUM,
  /// The path leads from the entry, at its index, to the signed root.
  INCLUSION
}
