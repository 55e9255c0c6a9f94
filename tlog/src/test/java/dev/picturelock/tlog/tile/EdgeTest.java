package dev.picturelock.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.MemoryTiles;
import dev.picturelock.tlog.NaiveTree;
import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.InclusionProof;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.Merkle;
import dev.picturelock.tlog.merkle.TreeSize;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {

  @Test
  void startsWithTheEmptyTree() {
    var edge = Edge.load(TreeSize.ZERO, Hash.EMPTY_ROOT, new MemoryTiles());

    assertThat(edge.size()).isEqualTo(TreeSize.ZERO);
    assertThat(edge.root()).isEqualTo(Hash.EMPTY_ROOT);
    assertThat(edge.append(List.of()).tiles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void growsInBatchesOfAnySizeAsTheDefinitionSays(long seed) {
    var random = new Random(seed);
    var leaves = Vectors.leaves(0, 1_500);
    var tiles = new MemoryTiles();
    var edge = Edge.EMPTY;

    while (edge.size().value() < leaves.size()) {
      int from = (int) edge.size().value();
      int to = Math.min(leaves.size(), from + random.nextInt(1 + random.nextInt(600)));
      // Half of the time the edge is forgotten, as after a restart.
      if (random.nextBoolean()) {
        edge = Edge.load(edge.size(), edge.root(), tiles);
      }
      edge = tiles.append(edge, leaves.subList(from, to));

      assertThat(edge.root()).isEqualTo(NaiveTree.root(leaves.subList(0, to)));
      assertThat(Merkle.root(edge.size(), new TileSubtrees(edge.size(), tiles)))
          .isEqualTo(edge.root());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537})
  void provesLeavesAroundTileBoundaries(int count) {
    var leaves = Vectors.leaves(0, count);
    var tiles = new MemoryTiles();
    var edge = tiles.append(Edge.EMPTY, leaves);
    var subtrees = new TileSubtrees(edge.size(), tiles);

    for (int index : new int[] {0, count / 3, count / 2, count - 2, count - 1}) {
      if (index >= 0) {
        var proof = InclusionProof.of(new LeafIndex(index), edge.size(), subtrees);

        assertThat(proof.path()).isEqualTo(NaiveTree.path(index, leaves));
      }
    }
    assertThat(Edge.load(edge.size(), edge.root(), tiles).root()).isEqualTo(edge.root());
  }

  @Test
  void touchesOnlyTheRowsThatGrow() {
    var at255 = Edge.EMPTY.append(Vectors.leaves(0, 255)).edge();

    var one = at255.append(Vectors.leaves(255, 256));
    var two = at255.append(Vectors.leaves(255, 257));
    var next = one.edge().append(Vectors.leaves(256, 257));

    // One more leaf fills the row and begins the one above; the second begins a new row.
    assertThat(one.tiles())
        .extracting(tile -> tile.tile().path())
        .containsExactly("tile/0/000", "tile/1/000.p/1");
    assertThat(two.tiles())
        .extracting(tile -> tile.tile().path())
        .containsExactly("tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1");
    assertThat(next.tiles())
        .extracting(tile -> tile.tile().path())
        .containsExactly("tile/0/001.p/1");
    assertThat(one.tiles().getFirst().widthBefore()).isEqualTo(255);
    assertThat(one.tiles().getFirst().bytes()).hasSize(8_192);
    assertThat(one.tiles().getFirst().addedBytes()).hasSize(32);
    assertThat(two.root()).isEqualTo(next.root());
  }

  @Test
  void isNotChangedByAppendingToIt() {
    var edge = Edge.EMPTY.append(Vectors.leaves(0, 300)).edge();
    var root = edge.root();

    var first = edge.append(Vectors.leaves(300, 700));
    var second = edge.append(Vectors.leaves(300, 700));

    assertThat(edge.root()).isEqualTo(root);
    assertThat(first.root()).isEqualTo(second.root());
    assertThat(first.tiles()).isEqualTo(second.tiles());
  }

  @Test
  void refusesToLoadTilesThatDoNotHashToTheRoot() {
    var tiles = new MemoryTiles();
    var edge = tiles.append(Edge.EMPTY, Vectors.leaves(0, 66_000));

    for (int level = 0; level < 3; level++) {
      long n = level == 0 ? 257 : level == 1 ? 1 : 0;
      tiles.flipBit(level, n, 17);
      assertThatThrownBy(() -> Edge.load(edge.size(), edge.root(), tiles))
          .isInstanceOf(EdgeMismatchException.class);
      tiles.flipBit(level, n, 17);
    }
    assertThat(Edge.load(edge.size(), edge.root(), tiles).root()).isEqualTo(edge.root());
  }

  @Test
  void tellsWhatTheTilesHashTo() {
    var tiles = new MemoryTiles();
    var edge = tiles.append(Edge.EMPTY, Vectors.leaves(0, 3));
    var other = Hash.leaf(new byte[0]);

    assertThatThrownBy(() -> Edge.load(edge.size(), other, tiles))
        .isInstanceOfSatisfying(
            EdgeMismatchException.class,
            mismatch -> {
              assertThat(mismatch.size()).isEqualTo(edge.size());
              assertThat(mismatch.stored()).isEqualTo(other);
              assertThat(mismatch.computed()).isEqualTo(edge.root());
            });
  }

  @Test
  void growsRowsOnlyForwards() {
    var hashes = Vectors.leaves(0, 3);

    assertThat(new GrownTile(0, 0, 2, hashes).tile()).isEqualTo(new HashTile(0, 0, 3));
    assertThat(new GrownTile(0, 0, 0, hashes).addedBytes()).hasSize(96);
    assertThatThrownBy(() -> new GrownTile(0, 0, 3, hashes))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GrownTile(0, 0, -1, hashes))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GrownTile(0, 0, 0, List.of()))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void tellsSizeAndRootOfABatchBeforeItIsKept() {
    var appended = Edge.EMPTY.append(Vectors.leaves(0, 300));

    assertThat(appended.size()).isEqualTo(new TreeSize(300));
    assertThat(appended.root()).isEqualTo(NaiveTree.root(Vectors.leaves(0, 300)));
  }

  @Test
  void refusesToLoadUnderAnotherSizeOrWithATileMissing() {
    var tiles = new MemoryTiles();
    var edge = tiles.append(Edge.EMPTY, Vectors.leaves(0, 300));

    assertThatThrownBy(() -> Edge.load(new TreeSize(299), edge.root(), tiles))
        .isInstanceOf(EdgeMismatchException.class);
    assertThatThrownBy(() -> Edge.load(edge.size(), edge.root(), new MemoryTiles()))
        .isInstanceOf(NoSuchElementException.class);
  }
}
