package dev.picturelock.contracts.text;

import org.jspecify.annotations.Nullable;

/// What somebody sent, as a message shows it: cut where it is long, so that no answer grows with
/// what it refuses.
public final class Shown {
  private static final int MOST = 120;

  private Shown() {}

  public static String of(String value) {
    if (value.length() <= MOST) {
      return value;
    }
    // half of a pair of surrogates is no text
    int end = Character.isHighSurrogate(value.charAt(MOST - 1)) ? MOST - 1 : MOST;
    return value.substring(0, end) + "…";
  }

  /// Null where nothing was sent.
  public static @Nullable String orNull(@Nullable Object value) {
    return value == null ? null : of(value.toString());
  }
}
