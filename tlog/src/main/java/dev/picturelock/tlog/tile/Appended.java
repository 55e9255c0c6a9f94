package dev.picturelock.tlog.tile;

import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import java.util.List;

/// What a batch came to: nothing is stored yet.
///
/// - **edge:** the tree after the batch; keep it only once the tiles are committed
/// - **tiles:** every row that changed, each once, lowest level first
public record Appended(Edge edge, List<GrownTile> tiles) {

  public Appended {
    tiles = List.copyOf(tiles);
  }

  public TreeSize size() {
    return edge.size();
  }

  public Hash root() {
    return edge.root();
  }
}
