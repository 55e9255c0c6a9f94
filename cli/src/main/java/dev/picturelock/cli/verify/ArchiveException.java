package dev.picturelock.cli.verify;

/// The first thing in an archive that does not hold.
final class ArchiveException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final String step;
  private final String reason;

  ArchiveException(String file, ArchiveStep step, String reason) {
    this(file, step.words(), reason);
  }

  /// - **step** of a receipt, or an [ArchiveStep], in words
  ArchiveException(String file, String step, String reason) {
    super(file + ": " + step + ": " + reason);
    this.file = file;
    this.step = step;
    this.reason = reason;
  }

  String file() {
    return file;
  }

  String step() {
    return step;
  }

  String reason() {
    return reason;
  }
}
