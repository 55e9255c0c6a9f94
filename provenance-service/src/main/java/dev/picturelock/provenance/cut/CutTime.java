package dev.picturelock.provenance.cut;

/// A moment as exact seconds, with the rate at which people count it.
public record CutTime(Rational seconds, FrameRate rate) implements Comparable<CutTime> {

  public static CutTime ofFrames(long frames, FrameRate rate) {
    return new CutTime(Rational.of(frames).dividedBy(rate.perSecond()), rate);
  }

  /// The nearest whole frame. Elements that touch in the cut touch in frames too.
  public long frames() {
    return exactFrames().rounded();
  }

  /// Frames as a fraction: a 15 fps clip in a 24 fps cut may end between two frames.
  public Rational exactFrames() {
    return seconds.times(rate.perSecond());
  }

  /// `HH:MM:SS:FF`, non-drop: exchange files do not say how the editor's own display counted.
  public String timecode() {
    return Timecode.format(frames(), rate, false);
  }

  /// Earlier first, whatever the rates.
  @Override
  public int compareTo(CutTime other) {
    return seconds.compareTo(other.seconds);
  }
}
