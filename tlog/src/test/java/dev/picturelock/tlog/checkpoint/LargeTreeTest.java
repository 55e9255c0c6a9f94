package dev.picturelock.tlog.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.tile.Edge;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The few figures of a foreign 70,000-leaf log that are worth having wherever this is built.
class LargeTreeTest {

  private static final String COSIGNED_AT_70000 =
      """
      log.example/prov
      70000
      2gUy/3su5W9AZxEPyWTp8ntZWflSe//z+lAap1hN6vM=

      — log.example/prov 55ezCUF4MZF0VLB+GbYteeJpgnyhGePsPxP7LffYwQ7fXCHg7hPSKGhTRRTvbKL4OAU7xHkyZMHmkeqcw3tIRUMfkg8=
      — witness.example/w1 3xwKNQAAAABlU/EAWnDMBfWY7eqLL4Nxvu0MDvuYhpVLFJVQyRZU7dmYZXLeb+1njPWi3gHHOBqRZn4O6KA+B/anQ1BbS/ax+Lo5Dg==
      """;

  @Test
  void hasTheRootsThatOthersComputed() {
    var at256 = Edge.EMPTY.append(Vectors.leaves(0, 256)).edge();
    var at257 = at256.append(Vectors.leaves(256, 257)).edge();
    var at65536 = at257.append(Vectors.leaves(257, 65_536)).edge();
    var at70000 = at65536.append(Vectors.leaves(65_536, 70_000)).edge();

    assertThat(at256.root())
        .hasToString("cf5effdb11d0927a2edf53b0e73c7837f659414e00537da5d90eb5c4c49ff274");
    assertThat(at257.root())
        .hasToString("855b936aa00cb98b5114484249ad39d78a6be93623e26c01e8e487dc02184a5a");
    assertThat(at65536.root())
        .hasToString("e100ba54d69a91012fc13b7890feac78d6996a097268b6f735d17311c7402a60");
    assertThat(at70000.root())
        .hasToString("da0532ff7b2ee56f4067110fc964e9f27b5959f9527bfff3fa501aa7584deaf3");
  }

  @Test
  void isSignedAndCosignedAsOthersDo() {
    var edge = Edge.EMPTY.append(Vectors.leaves(0, 70_000)).edge();
    var log = Ed25519Signer.ofSeed("log.example/prov", Seeds.of(1));
    var witness =
        CosignatureSigner.ofSeed(
            "witness.example/w1", Seeds.of(2), () -> Instant.ofEpochSecond(1_700_000_000));

    var checkpoint = new Checkpoint("log.example/prov", edge.size(), edge.root());
    var signed = SignedCheckpoint.sign(checkpoint, log);
    var cosigned = signed.with(List.of(witness.sign(checkpoint.text())));

    assertThat(checkpoint.size()).isEqualTo(new TreeSize(70_000));
    assertThat(cosigned.format()).isEqualTo(COSIGNED_AT_70000);
  }
}
