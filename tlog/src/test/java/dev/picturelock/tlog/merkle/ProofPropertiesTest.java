package dev.picturelock.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.tlog.MemoryTiles;
import dev.picturelock.tlog.NaiveTree;
import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.TileSubtrees;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of every proof, over random trees, the edges of tiles, and the largest tree there can
/// be; and every named defect, which no verification may let pass.
class ProofPropertiesTest {

  private static final int LARGEST = 65_537;
  private static final List<Hash> LEAVES = Vectors.leaves(0, LARGEST);
  private static final MemoryTiles TILES = tiles();
  private static final List<Integer> EDGES =
      List.of(1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537);
  private static final long MAX = Long.MAX_VALUE;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void findsTheProofsOfTheDefinitionInRandomTrees(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 25; i++) {
      int size = 1 + random.nextInt(1 + random.nextInt(4_000));
      int index = random.nextInt(size);
      int first = 1 + random.nextInt(size);
      var leaves = LEAVES.subList(0, size);

      var inclusion = InclusionCase.of(index, size, tree(size));
      var consistency = ConsistencyCase.of(first, size, tree(size));

      assertThat(inclusion.root()).isEqualTo(NaiveTree.root(leaves));
      assertThat(inclusion.path()).isEqualTo(NaiveTree.path(index, leaves));
      assertThat(consistency.firstRoot()).isEqualTo(NaiveTree.root(leaves.subList(0, first)));
      assertThat(consistency.path()).isEqualTo(NaiveTree.consistency(first, leaves));
      assertThat(inclusion.verify().isProven()).as("%d in %d", index, size).isTrue();
      assertThat(consistency.verify().isProven()).as("%d to %d", first, size).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void letsNoDefectOfARandomInclusionPass(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      int size = 1 + random.nextInt(1 + random.nextInt(4_000));

      letsNoDefectPass(InclusionCase.of(random.nextInt(size), size, tree(size)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void letsNoDefectOfARandomConsistencyPass(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      int second = 2 + random.nextInt(1 + random.nextInt(4_000));

      letsNoDefectPass(ConsistencyCase.of(1 + random.nextInt(second - 1), second, tree(second)));
    }
  }

  @Test
  void letsNoDefectPassInSmallTrees() {
    for (int size = 1; size <= 40; size++) {
      for (int index = 0; index < size; index++) {
        letsNoDefectPass(InclusionCase.of(index, size, tree(size)));
        if (index > 0) {
          letsNoDefectPass(ConsistencyCase.of(index, size, tree(size)));
        }
      }
    }
  }

  @Test
  void letsNoDefectPassAtTheEdgesOfTiles() {
    for (int size : EDGES) {
      IntStream.of(0, 1, 255, 256, 257, size / 2, size - 2, size - 1)
          .filter(index -> index >= 0 && index < size)
          .distinct()
          .forEach(index -> letsNoDefectPass(InclusionCase.of(index, size, tree(size))));
      EDGES.stream()
          .filter(first -> first < size)
          .forEach(first -> letsNoDefectPass(ConsistencyCase.of(first, size, tree(size))));
    }
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        MAX,
        MAX - 1,
        MAX / 2,
        MAX / 2 + 1,
        MAX / 2 + 2,
        0x5555_5555_5555_5555L,
        (1L << 56) - 1,
        1L << 56,
        (1L << 56) + 1
      })
  void holdsForTheLargestTrees(long size) {
    var tree = new UniformTree(LEAVES.getFirst());
    var places =
        LongStream.of(
            0, 1, 255, 256, size / 3, size / 2, size / 2 + 1, MAX / 2 - 1, size - 2, size - 1);
    places
        .filter(place -> place < size)
        .distinct()
        .forEach(place -> {
          var inclusion = InclusionCase.of(place, size, tree);
          assertThat(inclusion.leaf()).isEqualTo(tree.leaf());
          assertThat(inclusion.verify().isProven()).as("%d in %d", place, size).isTrue();
          if (place > 0) {
            var consistency = ConsistencyCase.of(place, size, tree);
            assertThat(consistency.verify().isProven()).as("%d to %d", place, size).isTrue();
          }
        });
  }

  @Test
  void hasProofsOfTheGreatestLength() {
    var tree = new UniformTree(LEAVES.getFirst());

    assertThat(InclusionCase.of(0, MAX, tree).path()).hasSize(InclusionProof.MAX_LENGTH);
    assertThat(ConsistencyCase.of(1, MAX, tree).path()).hasSize(63);
    assertThat(ConsistencyCase.of(3, MAX, tree).path()).hasSize(ConsistencyProof.MAX_LENGTH);
  }

  @Test
  void cannotTellTreesOfOneShapeApart() {
    // For the first leaf the trees of 3 and 4 leaves look alike: the path commits to no size. This
    // is why the size MUST come from the signed checkpoint.
    var three = InclusionCase.of(0, 3, tree(3));

    var four = new InclusionCase(three.leaf(), 0, 4, three.path(), three.root());

    assertThat(four.verify().isProven()).isTrue();
  }

  private static void letsNoDefectPass(InclusionCase right) {
    assertThat(right.verify().isProven()).as("%s", right).isTrue();
    right
        .defects()
        .forEach((name, wrong) ->
            assertThat(wrong.verify().isProven())
                .as("%s: %d in %d", name, right.index(), right.size())
                .isFalse());
  }

  private static void letsNoDefectPass(ConsistencyCase right) {
    assertThat(right.verify().isProven()).as("%s", right).isTrue();
    right
        .defects()
        .forEach((name, wrong) ->
            assertThat(wrong.verify().isProven())
                .as("%s: %d to %d", name, right.first(), right.second())
                .isFalse());
  }

  private static SubtreeReader tree(long size) {
    // Tiles of the whole log serve every smaller tree.
    return new TileSubtrees(new TreeSize(size), TILES);
  }

  private static MemoryTiles tiles() {
    var tiles = new MemoryTiles();
    tiles.append(Edge.EMPTY, LEAVES);
    return tiles;
  }
}
