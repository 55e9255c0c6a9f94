package dev.picturelock.tlog.tile;

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
    return TileNames.parse(path);
  }
}
