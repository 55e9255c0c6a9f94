package dev.picturelock.provenance.cut;

/// The file is of a format that is not read; says what it looks like and what to export instead.
public final class UnreadableFormatException extends RuntimeException {

  private final TimelineFormat format;

  UnreadableFormatException(TimelineFormat format) {
    super(format.refusal());
    this.format = format;
  }

  public TimelineFormat format() {
    return format;
  }
}
