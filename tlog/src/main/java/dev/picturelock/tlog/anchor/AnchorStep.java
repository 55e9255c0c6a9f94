package dev.picturelock.tlog.anchor;

/// The steps of checking an anchor, in their order.
public enum AnchorStep {
  /// The bytes are a tlog-proof whose `extra` line holds an entry and a checkpoint.
  FORMAT,
  /// The entry is in the log of logs, under a checkpoint that is signed and cosigned as asked for.
  LOG_OF_LOGS,
  /// The checkpoint is of the log that was expected, and that log signed it.
  CHECKPOINT,
  /// The entry speaks of that log.
  LABEL,
  /// What the entry says about that log is this checkpoint.
  COMMITMENT
}
