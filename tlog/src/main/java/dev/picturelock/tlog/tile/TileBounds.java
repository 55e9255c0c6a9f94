package dev.picturelock.tlog.tile;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.TreeSize;

/// Which tiles a tree of a given size has.
final class TileBounds {

  static final int MAX_LEVEL = 63;
  static final int BITS = 8;

  private TileBounds() {}

  static void check(int level, long n, int width) {
    if (level < 0 || level > MAX_LEVEL) {
      throw new MalformedException("tile level", "want 0 to 63, got " + level);
    }
    if (n < 0) {
      throw new MalformedException("tile index", "negative: " + n);
    }
    if (width < 1 || width > TilePath.FULL_WIDTH) {
      throw new MalformedException("tile width", "want 1 to 256, got " + width);
    }
  }

  /// How many hashes the level holds in all: floor(size / 256^level).
  static long hashesAt(int level, TreeSize size) {
    int shift = level * BITS;
    return shift >= Long.SIZE ? 0 : size.value() >> shift;
  }

  /// How many hashes of tile n exist, 0 to 256.
  static int widthOf(int level, long n, TreeSize size) {
    long hashes = hashesAt(level, size);
    long full = hashes >> BITS;
    if (n < full) {
      return TilePath.FULL_WIDTH;
    }
    return n == full ? (int) (hashes & (TilePath.FULL_WIDTH - 1)) : 0;
  }
}
