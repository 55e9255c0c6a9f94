package dev.picturelock.provenance.ledger.log;

import dev.picturelock.tlog.tile.GrownTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TileReader;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hash tiles of the logs, one row for each, as wide as the log has grown.
public interface Tiles {
  /// The tiles of a log, one question each.
  ///
  /// - **Errors:** [MissingTileException]
  TileReader reader(LogId log);

  /// The same, with those that are named read in one question.
  TileReader reader(LogId log, Collection<HashTile> soon);

  /// The hashes of a row, or null when there is no such tile.
  byte @Nullable [] row(LogId log, int level, long n);

  void put(LogId log, List<GrownTile> tiles);
}
