package dev.picturelock.provenance.cut.otio;

import dev.picturelock.provenance.cut.CutTime;
import dev.picturelock.provenance.cut.FrameRate;
import dev.picturelock.provenance.cut.Rational;
import dev.picturelock.provenance.cut.Timeline;
import dev.picturelock.provenance.cut.Timeline.Element;
import dev.picturelock.provenance.cut.Timeline.Gap;
import dev.picturelock.provenance.cut.Timeline.Track;
import dev.picturelock.provenance.cut.Timeline.Transition;
import dev.picturelock.provenance.cut.TrackKind;
import dev.picturelock.provenance.cut.otio.Item.Composition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Lays items out in record time. What a trim cuts off is not in the cut.
final class Placement {

  private final FrameRate rate;
  private final Warnings warnings;
  private final List<Track> tracks = new ArrayList<>();
  private final List<Element> elements = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<Transition> transitions = new ArrayList<>();

  Placement(FrameRate rate, Warnings warnings) {
    this.rate = rate;
    this.warnings = warnings;
  }

  Timeline timeline(String name, Rational start, Composition stack) {
    var window =
        window(stack, new Window(start, start, start.plus(stack.length()), stack.enabled()));
    var counts = new EnumMap<TrackKind, Integer>(TrackKind.class);
    for (var child : stack.children()) {
      var track = track(child, counts);
      tracks.add(track);
      place(child, track, track.kind(), window);
    }
    return new Timeline(
        name,
        rate,
        at(start),
        at(stack.length()),
        tracks,
        elements,
        gaps,
        transitions,
        warnings.toList());
  }

  /// Something other than a track may stand in the outermost stack; it is then shown as a track of
  /// its own.
  private Track track(Item item, Map<TrackKind, Integer> counts) {
    var composition = item instanceof Composition c ? c : null;
    var kind = composition == null ? TrackKind.VIDEO : composition.kind().orElse(TrackKind.VIDEO);
    var count = counts.merge(kind, 1, Integer::sum);
    var given = composition == null ? "" : composition.name();
    return new Track(
        tracks.size() + 1,
        given.isBlank() ? kind.name().charAt(0) + Integer.toString(count) : given,
        kind,
        composition == null || composition.enabled(),
        composition == null ? 1 : composition.children().size(),
        item.length());
  }

  private void place(Item item, Track track, TrackKind kind, Window window) {
    switch (item) {
      case Item.Clip clip -> element(clip, track, kind, window);
      case Item.Gap gap -> {
        var in = window.origin().max(window.from());
        var out = window.origin().plus(gap.length()).min(window.to());
        if (in.compareTo(out) < 0) {
          gaps.add(new Gap(track, at(in), at(out), gap.pointer()));
        }
      }
      case Item.Transition transition -> {
        if (window.origin().compareTo(window.from()) >= 0
            && window.origin().compareTo(window.to()) <= 0) {
          transitions.add(
              new Transition(
                  track,
                  transition.name(),
                  transition.type(),
                  at(window.origin()),
                  transition.in(),
                  transition.out(),
                  transition.pointer()));
        }
      }
      case Composition composition -> children(composition, track, kind, window);
    }
  }

  private void children(Composition composition, Track track, TrackKind kind, Window window) {
    var inner = window(composition, window);
    var origin = inner.origin();
    for (var child : composition.children()) {
      place(child, track, composition.kind().orElse(kind), inner.from(origin));
      if (composition.isTrack()) {
        origin = origin.plus(child.length());
      }
    }
  }

  private void element(Item.Clip clip, Track track, TrackKind kind, Window window) {
    var wholeIn = window.origin();
    var in = wholeIn.max(window.from());
    var out = wholeIn.plus(clip.length()).min(window.to());
    if (in.compareTo(out) >= 0) {
      warnings.add(clip.pointer(), "not in the cut: trimmed away or without length");
      return;
    }
    var source = clip.range().start();
    elements.add(
        new Element(
            0,
            track,
            kind,
            clip.name(),
            at(in),
            at(out),
            new CutTime(source.seconds().plus(in.minus(wholeIn)), source.rate()),
            new CutTime(source.seconds().plus(out.minus(wholeIn)), source.rate()),
            clip.media(),
            clip.identifiers(),
            clip.enabled() && window.enabled(),
            clip.pointer()));
  }

  /// What may be seen of the inside of a composition that begins at `outer.origin()`.
  private Window window(Composition composition, Window outer) {
    var end = outer.origin().plus(composition.length());
    return new Window(
        outer.origin().minus(firstSeen(composition)),
        outer.from().max(outer.origin()),
        outer.to().min(end),
        outer.enabled() && composition.enabled());
  }

  /// Where in its own time a composition begins to be seen. Converters of EDLs write the record
  /// timecode of the first frame as a negative start, which read to the letter hides every element;
  /// and what is hidden is cleared by nobody. A trim that would leave nothing is therefore taken
  /// from the first frame.
  private Rational firstSeen(Composition composition) {
    if (composition.trim().isEmpty()) {
      return Rational.ZERO;
    }
    var start = composition.trim().get().start();
    var end = start.seconds().plus(composition.length());
    var isOutside = end.signum() <= 0 || start.seconds().compareTo(composition.untrimmed()) >= 0;
    if (isOutside && composition.untrimmed().signum() > 0 && composition.length().signum() > 0) {
      warnings.add(
          composition.pointer() + "/source_range/start_time",
          "frame %s is outside of what is trimmed; taken from its first frame"
              .formatted(start.exactFrames()));
      return Rational.ZERO;
    }
    return start.seconds();
  }

  private CutTime at(Rational seconds) {
    return new CutTime(seconds, rate);
  }

  /// @param origin record time at which the next item begins
  /// @param from nothing earlier is seen
  /// @param to nothing from here on is seen
  private record Window(Rational origin, Rational from, Rational to, boolean enabled) {
    Window from(Rational newOrigin) {
      return new Window(newOrigin, from, to, enabled);
    }
  }
}
