package dev.picturelock.provenance.cut.store;

import dev.picturelock.provenance.cut.ElementDocument;
import dev.picturelock.provenance.cut.Timeline.Track;
import dev.picturelock.provenance.cut.TrackKind;

/// A track as it is stored.
///
/// @param duration exact seconds
record TrackDocument(
    int number, String name, TrackKind kind, boolean enabled, int items, String duration) {

  static TrackDocument of(Track track) {
    return new TrackDocument(
        track.number(),
        track.name(),
        track.kind(),
        track.enabled(),
        track.items(),
        track.duration().toString());
  }

  Track track() {
    var seconds = ElementDocument.time(duration, "1").seconds();
    return new Track(number, name, kind, enabled, items, seconds);
  }
}
