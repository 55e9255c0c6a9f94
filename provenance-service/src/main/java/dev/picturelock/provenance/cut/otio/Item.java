package dev.picturelock.provenance.cut.otio;

import dev.picturelock.provenance.cut.CutTime;
import dev.picturelock.provenance.cut.Identifiers;
import dev.picturelock.provenance.cut.MediaReference;
import dev.picturelock.provenance.cut.Rational;
import dev.picturelock.provenance.cut.TrackKind;
import dev.picturelock.provenance.cut.otio.Times.TimeRange;
import java.util.List;
import java.util.Optional;

/// Something a track or stack is made of.
sealed interface Item {

  String pointer();

  /// How long it is where it stands, trims applied.
  Rational length();

  record Clip(
      String pointer,
      String name,
      TimeRange range,
      boolean enabled,
      MediaReference media,
      Identifiers identifiers)
      implements Item {
    @Override
    public Rational length() {
      return range.duration().seconds();
    }
  }

  record Gap(String pointer, Rational length) implements Item {}

  /// Overlaps its neighbours, so its own length is nothing.
  record Transition(String pointer, String name, String type, CutTime in, CutTime out)
      implements Item {
    @Override
    public Rational length() {
      return Rational.ZERO;
    }
  }

  /// Children one after the other ([#kind] is there) or on top of one another.
  ///
  /// @param trim the part of its own time that is used; all of it if empty
  /// @param untrimmed how long it would be without
  record Composition(
      String pointer,
      String name,
      Optional<TrackKind> kind,
      Optional<TimeRange> trim,
      boolean enabled,
      List<Item> children,
      Rational untrimmed)
      implements Item {

    boolean isTrack() {
      return kind.isPresent();
    }

    @Override
    public Rational length() {
      return trim.map(range -> range.duration().seconds()).orElse(untrimmed);
    }
  }
}
