package dev.picturelock.tlog.tile;

import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.Merkle;
import dev.picturelock.tlog.merkle.SubtreeReader;
import dev.picturelock.tlog.merkle.TreeSize;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Subtree hashes of a tree of fixed size, read from its tiles; each tile is read once.
///
/// It believes what the tiles say. A proof made from it MUST be verified against the signed root
/// before it is handed on. Not safe for use by several threads.
public final class TileSubtrees implements SubtreeReader {

  private final TreeSize size;
  private final TileReader tiles;
  private final Map<HashTile, List<Hash>> read = new HashMap<>();

  public TileSubtrees(TreeSize size, TileReader tiles) {
    this.size = size;
    this.tiles = tiles;
  }

  @Override
  public Hash read(int height, long index) {
    int level = height / TileBounds.BITS;
    int heightInTile = height % TileBounds.BITS;
    long first = index << heightInTile;
    long n = first >> TileBounds.BITS;
    int from = (int) (first & (TilePath.FULL_WIDTH - 1));
    int to = from + (1 << heightInTile);
    int width = TileBounds.widthOf(level, n, size);
    if (to > width) {
      throw new IllegalArgumentException(
          "subtree %d at height %d is not in a tree of size %s".formatted(index, height, size));
    }
    var hashes = read.computeIfAbsent(new HashTile(level, n, width), tiles::hashes);
    return Merkle.perfectRoot(hashes.subList(from, to));
  }
}
