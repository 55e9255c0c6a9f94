package dev.picturelock.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.picturelock.tlog.MemoryTiles;
import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.InclusionProof;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Roots, proofs and tiles of one log that grows to 70,000 leaves, against foreign vectors.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TreeVectorsTest {

  private final MemoryTiles tiles = new MemoryTiles();
  private final Map<Long, Hash> roots = new TreeMap<>();
  private JsonNode vectors = MissingNode.getInstance();

  @BeforeEach
  void growsTheLog() {
    vectors = Vectors.load();
    if (!roots.isEmpty()) {
      return;
    }
    var sizes = new TreeMap<Long, Hash>();
    vectors
        .get("roots_hex")
        .fieldNames()
        .forEachRemaining(s -> sizes.put(Long.parseLong(s), Hash.EMPTY_ROOT));
    var edge = Edge.EMPTY;
    for (long size : sizes.keySet()) {
      edge = tiles.append(edge, Vectors.leaves(edge.size().value(), size));
      roots.put(size, edge.root());
    }
  }

  @Test
  void hasEveryRoot() {
    assertThat(Hash.EMPTY_ROOT.toHex()).isEqualTo(vectors.get("empty_root").asText());
    assertThat(roots).hasSize(28);
    roots.forEach((size, root) ->
        assertThat(root.toHex())
            .as("size %d", size)
            .isEqualTo(vectors.get("roots_hex").get(size.toString()).asText()));
  }

  @Test
  void givesEveryInclusionProof() {
    assertThat(vectors.get("inclusion")).hasSize(204);
    for (var vector : vectors.get("inclusion")) {
      var size = new TreeSize(vector.get("Size").asLong());
      var index = new LeafIndex(vector.get("Index").asLong());

      var proof = InclusionProof.of(index, size, new TileSubtrees(size, tiles));

      assertThat(proof.path()).isEqualTo(Vectors.hashes(vector.get("Proof")));
      assertThat(
              proof
                  .verify(Hash.leaf(Vectors.entry(index.value())), index, size, root(size))
                  .isProven())
          .isTrue();
    }
  }

  @Test
  void givesEveryConsistencyProof() {
    assertThat(vectors.get("consistency")).hasSize(213);
    for (var vector : vectors.get("consistency")) {
      var first = new TreeSize(vector.get("Size1").asLong());
      var second = new TreeSize(vector.get("Size2").asLong());

      var proof = ConsistencyProof.of(first, second, new TileSubtrees(second, tiles));

      assertThat(proof.path()).isEqualTo(Vectors.hashes(vector.get("Proof")));
      if (roots.containsKey(first.value())) {
        assertThat(proof.verify(first, root(first), second, root(second)).isProven()).isTrue();
      }
    }
  }

  @Test
  void hasEveryTile() throws Exception {
    var expected = vectors.get("tile_sha256_of_the_largest_tree");
    assertThat(expected).hasSize(6);
    for (var entry : expected.properties()) {
      var tile = (HashTile) TilePath.parse(entry.getKey());
      byte[] bytes = Hash.concatenate(tiles.hashes(tile));

      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
          .as(entry.getKey())
          .isEqualTo(entry.getValue().asText());
    }
  }

  private Hash root(TreeSize size) {
    return Hash.ofHex(vectors.get("roots_hex").get(size.toString()).asText());
  }
}
