package dev.picturelock.tlog.tile;

import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;

/// A bundle of up to 256 entries, those under the level-0 tile of the same index.
public record EntryTile(long n, int width) implements TilePath {

  public EntryTile {
    TileBounds.check(0, n, width);
  }

  /// Whether a tree of this size has filled the bundle to this width.
  public boolean existsAt(TreeSize size) {
    return TileBounds.widthOf(0, n, size) >= width;
  }

  /// Index of the bundle's first entry.
  public LeafIndex first() {
    return new LeafIndex(Math.multiplyExact(n, (long) FULL_WIDTH));
  }

  @Override
  public String path() {
    return "tile/entries/" + TileNames.suffix(n, width);
  }
}
