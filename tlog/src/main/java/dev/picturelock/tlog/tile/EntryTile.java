package dev.picturelock.tlog.tile;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import java.util.Optional;

/// A bundle of up to 256 entries, those under the level-0 tile of the same index.
public record EntryTile(long n, int width) implements TilePath {

  private static final long MAX_INDEX = Long.MAX_VALUE / FULL_WIDTH;

  public EntryTile {
    TileBounds.check(0, n, width);
    if (n > MAX_INDEX) {
      throw new MalformedException("tile index", n + " begins past the last entry there can be");
    }
  }

  /// The bundle as wide as a tree of this size has it; nothing where the tree has none of it.
  public static Optional<EntryTile> at(long n, TreeSize size) {
    int width = TileBounds.widthOf(0, n, size);
    return width == 0 ? Optional.empty() : Optional.of(new EntryTile(n, width));
  }

  /// Whether a tree of this size has filled the bundle to this width.
  public boolean existsAt(TreeSize size) {
    return TileBounds.widthOf(0, n, size) >= width;
  }

  /// Index of the bundle's first entry.
  public LeafIndex first() {
    return new LeafIndex(n * FULL_WIDTH);
  }

  @Override
  public String path() {
    return "tile/entries/" + TileNames.suffix(n, width);
  }
}
