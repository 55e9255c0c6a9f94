package dev.picturelock.cli.verify;

import java.util.Locale;

/// What is checked of an archive of receipts, besides the steps of each receipt.
enum ArchiveStep {
  /// It is a zip, whole, with nothing in it that does not belong there.
  ARCHIVE,
  /// The log's key in it is one that the user believes, or follows from one.
  KEY,
  /// Each log but the oldest begins by saying, signed by both keys, where the one before it ended,
  /// and that is the checkpoint that is here.
  ROTATION,
  /// The checkpoint of each log is signed, and cosigned where there is a policy.
  CHECKPOINT,
  /// The event bears the id that its file is named after.
  EVENT_ID,
  /// The receipt is under the checkpoint of its log.
  SAME_CHECKPOINT,
  /// Every event that an element leans on is there.
  ELEMENTS;

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
