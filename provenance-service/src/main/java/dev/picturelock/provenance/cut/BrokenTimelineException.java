package dev.picturelock.provenance.cut;

import java.util.Optional;

/// The file cannot be read as a timeline; says what is wrong and where.
public final class BrokenTimelineException extends RuntimeException {

  private final String pointer;
  private final transient Optional<Place> place;
  private final String detail;

  public BrokenTimelineException(String pointer, String detail) {
    this(pointer, Optional.empty(), detail);
  }

  public BrokenTimelineException(String pointer, Place place, String detail) {
    this(pointer, Optional.of(place), detail);
  }

  private BrokenTimelineException(String pointer, Optional<Place> place, String detail) {
    super(
        place.map(Place::toString).orElse("") + (pointer.isEmpty() ? "" : pointer + ": ") + detail);
    this.pointer = pointer;
    this.place = place;
    this.detail = detail;
  }

  /// JSON pointer; empty for the whole file.
  public String pointer() {
    return pointer;
  }

  /// Where in the text, if the text itself is malformed.
  public Optional<Place> place() {
    return place;
  }

  /// What was wanted and what was there, without the place.
  public String detail() {
    return detail;
  }

  /// Line and column, both from 1.
  public record Place(int line, int column) {
    @Override
    public String toString() {
      return "line " + line + ", column " + column + ": ";
    }
  }
}
