package dev.picturelock.tlog.tile;

import dev.picturelock.tlog.merkle.TreeSize;

/// A row of up to 256 hashes: those of leaves at level 0, of full tiles of the level below
/// otherwise.
public record HashTile(int level, long n, int width) implements TilePath {

  public HashTile {
    TileBounds.check(level, n, width);
  }

  /// Whether a tree of this size has filled the tile to this width.
  public boolean existsAt(TreeSize size) {
    return TileBounds.widthOf(level, n, size) >= width;
  }

  @Override
  public String path() {
    return "tile/" + level + "/" + TileNames.suffix(n, width);
  }
}
