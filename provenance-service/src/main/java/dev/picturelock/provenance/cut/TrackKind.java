package dev.picturelock.provenance.cut;

/// What a track carries.
public enum TrackKind {
  VIDEO,
  AUDIO,
  /// Subtitles and whatever else an editor's system writes.
  OTHER
}
