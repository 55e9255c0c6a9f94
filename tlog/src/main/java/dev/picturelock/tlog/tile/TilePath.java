package dev.picturelock.tlog.tile;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import java.util.regex.Pattern;

/// Name of an immutable file of a log, below the log's prefix.
///
/// - **Shape:** `tile/<L>/<N>[.p/<W>]` for hashes, `tile/entries/<N>[.p/<W>]` for entries; N in
///   groups of three digits, all but the last prefixed with `x`
/// - **Units:** L is a level, 0 to 63; N a tile index from 0; W a width, 1 to 255, absent when full
/// - **Errors:** [MalformedException] for every other spelling
/// - **Source:** c2sp.org/tlog-tiles
public sealed interface TilePath permits HashTile, EntryTile {

  /// Hashes of a full tile, entries of a full bundle.
  int FULL_WIDTH = 256;

  Pattern SHAPE =
      Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

  /// Index of the tile in its level.
  long n();

  /// How many of the tile's 256 places are filled.
  int width();

  /// The name, relative to the log's prefix.
  String path();

  default boolean isFull() {
    return width() == FULL_WIDTH;
  }

  static TilePath parse(String path) {
    var matcher = SHAPE.matcher(path);
    if (!matcher.matches()) {
      throw malformed(path);
    }
    String n = matcher.group(2).replace("x", "").replace("/", "");
    long index = CanonicalText.decimal("tile index", withoutPadding(n));
    int width =
        matcher.group(3) == null
            ? FULL_WIDTH
            : Math.toIntExact(CanonicalText.decimal("tile width", matcher.group(3)));
    TilePath tile =
        matcher.group(1).equals("entries")
            ? new EntryTile(index, width)
            : new HashTile(
                Math.toIntExact(CanonicalText.decimal("tile level", matcher.group(1))),
                index,
                width);
    // Refuses what the pattern lets through: leading empty groups and `.p/256`.
    if (!tile.path().equals(path)) {
      throw malformed(path);
    }
    return tile;
  }

  /// The part of a path after level or `entries`.
  static String suffix(long n, int width) {
    var groups = new StringBuilder(threeDigits(n % 1000));
    for (long rest = n / 1000; rest > 0; rest /= 1000) {
      groups.insert(0, "x" + threeDigits(rest % 1000) + "/");
    }
    return width == FULL_WIDTH ? groups.toString() : groups + ".p/" + width;
  }

  private static String threeDigits(long value) {
    return Long.toString(1000 + value).substring(1);
  }

  private static String withoutPadding(String digits) {
    String stripped = digits.replaceFirst("^0+", "");
    return stripped.isEmpty() ? "0" : stripped;
  }

  private static MalformedException malformed(String path) {
    return new MalformedException("tile path", "not a tile: " + CanonicalText.quote(path));
  }
}
