package dev.picturelock.tlog.anchor;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The one spelling of an entry's time: UTC, always six digits after the point.
final class AnchorTime {

  static final int CHARACTERS = "1970-01-01T00:00:00.000000Z".length();

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private AnchorTime() {}

  static String format(Instant time) {
    return FORMAT.format(time);
  }

  static Instant parse(String text) {
    try {
      var time = Instant.parse(text);
      if (text.length() == CHARACTERS && format(time).equals(text)) {
        return time;
      }
    } catch (DateTimeException e) {
      // Refused below.
    }
    throw new MalformedException(
        "time", "want UTC with microseconds, got " + CanonicalText.quote(text));
  }
}
