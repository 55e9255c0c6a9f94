package dev.picturelock.provenance.ledger;

import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TilePath;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// Which tiles inclusion proofs are made of: on each level the tile above the leaf and the last
/// one.
final class ProofTiles {
  private static final int BITS = Integer.numberOfTrailingZeros(TilePath.FULL_WIDTH);

  private ProofTiles() {}

  static Set<HashTile> of(Collection<LeafIndex> leaves, TreeSize size) {
    var tiles = new LinkedHashSet<HashTile>();
    long hashes = size.value();
    for (int level = 0; hashes > 0; level++, hashes >>= BITS) {
      for (var leaf : leaves) {
        HashTile.at(level, leaf.value() >> ((level + 1) * BITS), size).ifPresent(tiles::add);
      }
      HashTile.at(level, hashes >> BITS, size).ifPresent(tiles::add);
    }
    return tiles;
  }
}
