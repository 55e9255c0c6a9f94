package dev.picturelock.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.MemoryTiles;
import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.merkle.TreeSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileReaderTest {

  @Test
  void readsANarrowTileFromALongerRow() {
    var tiles = new MemoryTiles();
    tiles.append(Edge.EMPTY, Vectors.leaves(0, 9));

    assertThat(tiles.hashes(new HashTile(0, 0, 4))).isEqualTo(Vectors.leaves(0, 4));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 63, 65, 8_193, 8_224})
  void refusesBytesThatCannotBeTheTile(int length) {
    TileReader reader = _ -> new byte[length];

    assertThatThrownBy(() -> reader.hashes(new HashTile(0, 0, 2)))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesASubtreeThatReachesPastTheTree() {
    var tiles = new MemoryTiles();
    var edge = tiles.append(Edge.EMPTY, Vectors.leaves(0, 9));
    var subtrees = new TileSubtrees(edge.size(), tiles);

    assertThatThrownBy(() -> subtrees.read(3, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TileSubtrees(TreeSize.ZERO, tiles).read(0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
