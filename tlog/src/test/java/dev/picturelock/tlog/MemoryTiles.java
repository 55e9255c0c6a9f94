package dev.picturelock.tlog;

import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.tile.Appended;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.GrownTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TileReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/// Rows that only grow, as a table would keep them.
public final class MemoryTiles implements TileReader {

  private record Row(int level, long n) {}

  private final Map<Row, byte[]> rows = new HashMap<>();

  /// Stores what a batch changed, refusing a row whose old part is not kept.
  public Edge store(Appended appended) {
    appended.tiles().forEach(this::store);
    return appended.edge();
  }

  public Edge append(Edge edge, List<Hash> leaves) {
    return store(edge.append(leaves));
  }

  public void flipBit(int level, long n, int at) {
    var key = new Row(level, n);
    byte[] row = rows.getOrDefault(key, new byte[0]).clone();
    row[at] ^= 1;
    rows.put(key, row);
  }

  @Override
  public byte[] read(HashTile tile) {
    byte[] row = rows.get(new Row(tile.level(), tile.n()));
    if (row == null) {
      throw new NoSuchElementException(tile.path());
    }
    return row.clone();
  }

  private void store(GrownTile tile) {
    byte[] bytes = tile.bytes();
    byte[] old = rows.getOrDefault(new Row(tile.level(), tile.n()), new byte[0]);
    if (old.length != tile.widthBefore() * Hash.BYTES
        || !Arrays.equals(old, Arrays.copyOf(bytes, old.length))
        || !Arrays.equals(tile.addedBytes(), Arrays.copyOfRange(bytes, old.length, bytes.length))) {
      throw new IllegalStateException("row " + tile.tile().path() + " was rewritten, not grown");
    }
    rows.put(new Row(tile.level(), tile.n()), bytes);
  }
}
