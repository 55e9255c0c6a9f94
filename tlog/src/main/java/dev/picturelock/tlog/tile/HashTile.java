package dev.picturelock.tlog.tile;

import dev.picturelock.tlog.merkle.TreeSize;
import java.util.Optional;

/// A row of up to 256 hashes: those of leaves at level 0, of full tiles of the level below
/// otherwise.
public record HashTile(int level, long n, int width) implements TilePath {

  public HashTile {
    TileBounds.check(level, n, width);
  }

  /// The tile as wide as a tree of this size has it; nothing where the tree has none of it.
  public static Optional<HashTile> at(int level, long n, TreeSize size) {
    int width = TileBounds.widthOf(level, n, size);
    return width == 0 ? Optional.empty() : Optional.of(new HashTile(level, n, width));
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
