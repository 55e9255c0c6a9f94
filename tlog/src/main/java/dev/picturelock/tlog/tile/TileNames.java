package dev.picturelock.tlog.tile;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import java.util.regex.Pattern;

/// Spelling of tile names, both ways.
final class TileNames {

  // Seven groups hold the largest long, so nothing longer needs to be read.
  private static final Pattern SHAPE =
      Pattern.compile(
          "tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

  private TileNames() {}

  static TilePath parse(String path) {
    var matcher = SHAPE.matcher(path);
    if (!matcher.matches()) {
      throw malformed(path);
    }
    String n = matcher.group(2).replace("x", "").replace("/", "");
    long index = CanonicalText.decimal("tile index", withoutPadding(n));
    int width =
        matcher.group(3) == null
            ? TilePath.FULL_WIDTH
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
    return width == TilePath.FULL_WIDTH ? groups.toString() : groups + ".p/" + width;
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
