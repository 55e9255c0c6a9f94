package dev.picturelock.tlog.tile;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.Hash;
import java.util.List;

/// Where tiles are kept.
@FunctionalInterface
public interface TileReader {

  /// The tile's hashes laid end to end.
  ///
  /// MUST hold at least the width asked for. It may hold more, because a row that grew serves every
  /// narrower tile as its prefix. A store that lacks the tile MUST throw.
  byte[] read(HashTile tile);

  /// The tile's hashes, checked to be whole and enough.
  default List<Hash> hashes(HashTile tile) {
    byte[] bytes = read(tile);
    if (bytes.length % Hash.BYTES != 0
        || bytes.length < tile.width() * Hash.BYTES
        || bytes.length > TilePath.FULL_WIDTH * Hash.BYTES) {
      throw new MalformedException(
          "tile",
          "%s needs %d bytes, got %d"
              .formatted(tile.path(), tile.width() * Hash.BYTES, bytes.length));
    }
    return Hash.listOf(bytes, tile.width());
  }
}
