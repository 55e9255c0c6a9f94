package dev.picturelock.provenance.cut;

/// Writes frame numbers as timecode.
public final class Timecode {

  private Timecode() {}

  /// - **Shape:** `HH:MM:SS:FF`, drop-frame `HH:MM:SS;FF`, negative with a leading minus
  /// - **Errors:** [IllegalArgumentException] for drop-frame at a rate that has none
  public static String format(long frames, FrameRate rate, boolean dropFrame) {
    if (dropFrame && !rate.canDropFrames()) {
      throw new IllegalArgumentException("want 29.97 or 59.94 for drop-frame, got " + rate);
    }
    var perSecond = rate.nominal();
    var count = Math.abs(frames);
    var label = dropFrame ? withDroppedNumbers(count, perSecond) : count;
    var seconds = label / perSecond;
    return "%s%02d:%02d:%02d%s%02d"
        .formatted(
            frames < 0 ? "-" : "",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60,
            dropFrame ? ";" : ":",
            label % perSecond);
  }

  /// Numbers 0 and 1 (0 to 3 at 59.94) are skipped at the start of each minute but every tenth.
  private static long withDroppedNumbers(long count, long perSecond) {
    var dropped = perSecond / 15;
    var perMinute = perSecond * 60 - dropped;
    var perTenMinutes = perSecond * 600 - 9 * dropped;
    var tens = count / perTenMinutes;
    var rest = count % perTenMinutes;
    // The first minute of ten is whole; only frames after it have had numbers skipped before them.
    var minutes = rest < dropped ? 0 : (rest - dropped) / perMinute;
    return count + dropped * (9 * tens + minutes);
  }
}
