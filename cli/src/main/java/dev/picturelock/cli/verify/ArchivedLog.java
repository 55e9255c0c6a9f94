package dev.picturelock.cli.verify;

import dev.picturelock.cli.rotation.Rotation;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/// One of the logs that the events of an archive are in.
///
/// - **folder** where its files lie; empty for the newest
/// - **rotation** what its first entry says about the log before it; null for the oldest
record ArchivedLog(
    String folder, VerifierKey key, SignedCheckpoint signed, @Nullable Rotation rotation) {

  Checkpoint checkpoint() {
    return signed.checkpoint();
  }

  String keyFile() {
    return folder + Archive.KEY;
  }

  String checkpointFile() {
    return folder + Archive.CHECKPOINT;
  }

  /// Whether the log before it vouches for its key.
  boolean isVouchedFor() {
    return rotation != null && !rotation.oldKeyWasStolen();
  }
}
