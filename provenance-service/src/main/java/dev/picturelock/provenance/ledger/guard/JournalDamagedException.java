package dev.picturelock.provenance.ledger.guard;

import java.nio.file.Path;

/// A journal is broken at a place that was once safely on disk: not a crash did this.
class JournalDamagedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final long offset;

  JournalDamagedException(Path file, long offset) {
    super("the journal " + file + " is damaged at byte " + offset);
    this.file = String.valueOf(file.getFileName());
    this.offset = offset;
  }

  String where() {
    return "journal " + file + " byte " + offset;
  }
}
