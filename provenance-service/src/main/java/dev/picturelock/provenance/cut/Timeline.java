package dev.picturelock.provenance.cut;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A cut as it was imported: what is on screen and in the sound, from when to when.
///
/// @param rate the rate at which the cut is counted
/// @param start the record time of the cut's first frame
/// @param duration of the longest track
/// @param elements in record order, tracks in the file's order where they begin together
/// @param warnings what was coped with and a person should look at some day
public record Timeline(
    String name,
    FrameRate rate,
    CutTime start,
    CutTime duration,
    List<Track> tracks,
    List<Element> elements,
    List<Gap> gaps,
    List<Transition> transitions,
    List<Warning> warnings) {

  private static final Comparator<Element> RECORD_ORDER =
      Comparator.comparing(Element::recordIn).thenComparingInt(element -> element.track().number());

  public Timeline {
    var ordered = elements.stream().sorted(RECORD_ORDER).toList();
    elements = IntStream.range(0, ordered.size()).mapToObj(i -> ordered.get(i).at(i)).toList();
    tracks = List.copyOf(tracks);
    gaps = List.copyOf(gaps);
    transitions = List.copyOf(transitions);
    warnings = List.copyOf(warnings);
  }

  /// The elements that count. Disabled ones keep their index but are not in the picture.
  public List<Element> inPicture() {
    return elements.stream().filter(Element::enabled).toList();
  }

  /// One track of the outermost stack. Nested tracks belong to the one they are nested in.
  ///
  /// @param number from 1, in the file's order, video and audio together
  /// @param name as written, or `V1`, `A2`, … by kind where the file gives none
  /// @param items clips, gaps, transitions and nested compositions directly on it
  public record Track(
      int number, String name, TrackKind kind, boolean enabled, int items, Rational duration) {}

  /// One use of one clip.
  ///
  /// @param index from 0 in record order
  /// @param kind of the innermost track it is on
  /// @param recordIn with the cut's start added, as the editor's record timecode shows it
  /// @param recordOut exclusive
  /// @param sourceIn at the media's own rate
  /// @param sourceOut exclusive; speed changes are not applied
  /// @param enabled false if it, or anything it is nested in, is switched off
  /// @param pointer where in the file it stands
  public record Element(
      int index,
      Track track,
      TrackKind kind,
      String name,
      CutTime recordIn,
      CutTime recordOut,
      CutTime sourceIn,
      CutTime sourceOut,
      MediaReference media,
      Identifiers identifiers,
      boolean enabled,
      String pointer) {

    public Rational durationSeconds() {
      return recordOut.seconds().minus(recordIn.seconds());
    }

    Element at(int newIndex) {
      return new Element(
          newIndex,
          track,
          kind,
          name,
          recordIn,
          recordOut,
          sourceIn,
          sourceOut,
          media,
          identifiers,
          enabled,
          pointer);
    }
  }

  /// Nothing, for a while.
  public record Gap(Track track, CutTime recordIn, CutTime recordOut, String pointer) {}

  /// An overlap of its two neighbours; it takes no record time of its own.
  ///
  /// @param in how far it reaches back before [#at]
  /// @param out how far it reaches on
  public record Transition(
      Track track, String name, String type, CutTime at, CutTime in, CutTime out, String pointer) {}

  /// Something odd that did not stop the import.
  public record Warning(String pointer, String detail) {}
}
