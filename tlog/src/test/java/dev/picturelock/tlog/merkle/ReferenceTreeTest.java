package dev.picturelock.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.tlog.NaiveTree;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The eight reference leaves that certificate transparency implementations share.
class ReferenceTreeTest {

  private static final List<Hash> LEAVES =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(hex -> Hash.leaf(HexFormat.of().parseHex(hex)))
          .toList();

  private static final List<Hash> ROOTS =
      hashes(
          """
          6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
          fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
          aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
          d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
          4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
          76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
          ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
          5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
          """);

  @Test
  void hasTheReferenceRoots() {
    for (int size = 1; size <= ROOTS.size(); size++) {
      var root = Merkle.root(new TreeSize(size), tree(size));

      assertThat(root).isEqualTo(ROOTS.get(size - 1)).isEqualTo(NaiveTree.root(first(size)));
    }
  }

  @Test
  void givesTheReferenceInclusionProofs() {
    assertThat(InclusionProof.of(new LeafIndex(5), new TreeSize(8), tree(8)).path())
        .isEqualTo(
            hashes(
                """
                bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b
                ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0
                d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
                """));
    assertThat(InclusionProof.of(new LeafIndex(2), new TreeSize(3), tree(3)).path())
        .isEqualTo(hashes("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"));
  }

  @Test
  void givesTheReferenceConsistencyProofs() {
    assertThat(ConsistencyProof.of(new TreeSize(2), new TreeSize(5), tree(5)).path())
        .isEqualTo(
            hashes(
                """
                5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e
                bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b
                """));
    assertThat(ConsistencyProof.of(new TreeSize(6), new TreeSize(8), tree(8)).path())
        .isEqualTo(
            hashes(
                """
                0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a
                ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0
                d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
                """));
  }

  private static List<Hash> first(int size) {
    return LEAVES.subList(0, size);
  }

  private static NaiveTree tree(int size) {
    return new NaiveTree(first(size));
  }

  private static List<Hash> hashes(String lines) {
    return Arrays.stream(lines.strip().split("\n", -1)).map(Hash::ofHex).toList();
  }
}
