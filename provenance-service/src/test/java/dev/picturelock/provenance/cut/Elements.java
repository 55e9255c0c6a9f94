package dev.picturelock.provenance.cut;

import dev.picturelock.provenance.cut.Timeline.Element;
import dev.picturelock.provenance.cut.Timeline.Track;
import java.util.List;

/// Elements of a second each, for tests that care about other things.
final class Elements {

  private static final FrameRate RATE = FrameRate.of(24);
  private static final Track TRACK = new Track(1, "V1", TrackKind.VIDEO, true, 1, Rational.of(1));

  private Elements() {}

  static Element of(String name, MediaReference media, Identifiers identifiers) {
    return new Element(
        0,
        TRACK,
        TrackKind.VIDEO,
        name,
        CutTime.ofFrames(0, RATE),
        CutTime.ofFrames(24, RATE),
        CutTime.ofFrames(0, RATE),
        CutTime.ofFrames(24, RATE),
        media,
        identifiers,
        true,
        "/tracks/children/0/children/0");
  }

  static Element file(String url) {
    return of("clip", new MediaReference.External("", url), Identifiers.NONE);
  }

  static Element disabled(Element e) {
    return new Element(
        e.index(),
        e.track(),
        e.kind(),
        e.name(),
        e.recordIn(),
        e.recordOut(),
        e.sourceIn(),
        e.sourceOut(),
        e.media(),
        e.identifiers(),
        false,
        e.pointer());
  }

  static Identifiers named(AssetVersion... versions) {
    return new Identifiers(List.of(versions), List.of(), List.of());
  }

  static Identifiers declared(ContentDigest... digests) {
    return new Identifiers(List.of(), List.of(digests), List.of());
  }

  static Identifiers found(ContentDigest... digests) {
    return new Identifiers(List.of(), List.of(), List.of(digests));
  }
}
