package dev.picturelock.tlog.tile;

import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.Merkle;
import dev.picturelock.tlog.merkle.TreeSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One batch on its way into the edge; used once.
final class Growth {

  private final List<Row> rows = new ArrayList<>();
  private final List<GrownTile> full = new ArrayList<>();
  private TreeSize size;

  Growth(TreeSize size, List<List<Hash>> levels) {
    this.size = size;
    for (int level = 0; level < levels.size(); level++) {
      rows.add(new Row(TileBounds.hashesAt(level, size) >> TileBounds.BITS, levels.get(level)));
    }
  }

  void add(Hash leaf) {
    size = size.plus(1);
    push(0, leaf);
  }

  Appended finish() {
    var tiles = new ArrayList<>(full);
    for (int level = 0; level < rows.size(); level++) {
      Row row = rows.get(level);
      if (row.hashes.size() > row.widthBefore) {
        tiles.add(row.grown(level));
      }
    }
    tiles.sort(Comparator.comparingInt(GrownTile::level).thenComparingLong(GrownTile::n));
    var levels = rows.stream().map(row -> List.copyOf(row.hashes)).toList();
    return new Appended(new Edge(size, levels), tiles);
  }

  private void push(int level, Hash hash) {
    if (level == rows.size()) {
      rows.add(new Row(0, List.of()));
    }
    Row row = rows.get(level);
    row.hashes.add(hash);
    // Only a full tile is hashed upward; a partial one never is.
    if (row.hashes.size() == TilePath.FULL_WIDTH) {
      full.add(row.grown(level));
      rows.set(level, new Row(row.n + 1, List.of()));
      push(level + 1, Merkle.perfectRoot(row.hashes));
    }
  }

  private static final class Row {
    private final long n;
    private final int widthBefore;
    private final List<Hash> hashes;

    private Row(long n, List<Hash> hashes) {
      this.n = n;
      this.widthBefore = hashes.size();
      this.hashes = new ArrayList<>(hashes);
    }

    private GrownTile grown(int level) {
      return new GrownTile(level, n, widthBefore, hashes);
    }
  }
}
