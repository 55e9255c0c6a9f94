package dev.picturelock.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.ProofResult.Disproven;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {

  private static final Hash LEAF = Hash.leaf(new byte[] {1});

  @Test
  void countsFromZeroToTheLargestLong() {
    assertThat(new LeafIndex(0)).isLessThan(new LeafIndex(1)).hasToString("0");
    assertThat(new LeafIndex(2)).isGreaterThan(new LeafIndex(1));
    assertThat(new TreeSize(Long.MAX_VALUE)).isGreaterThan(TreeSize.ZERO);
    assertThat(TreeSize.ZERO).isLessThan(new TreeSize(1)).hasToString("0");
    assertThat(new TreeSize(3).plus(4)).isEqualTo(new TreeSize(7));
    assertThatThrownBy(() -> new LeafIndex(-1)).hasMessage("leaf index: negative: -1");
    assertThatThrownBy(() -> new TreeSize(-1)).hasMessage("tree size: negative: -1");
    assertThatThrownBy(() -> new TreeSize(Long.MAX_VALUE).plus(1))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void coversTheIndexesBelowTheSize() {
    assertThat(new TreeSize(3).covers(new LeafIndex(2))).isTrue();
    assertThat(new TreeSize(3).covers(new LeafIndex(3))).isFalse();
    assertThat(TreeSize.ZERO.covers(new LeafIndex(0))).isFalse();
  }

  @Test
  void splitsAtTheLargestPowerOfTwoStrictlyBelow() {
    assertThat(Merkle.split(2)).isEqualTo(1);
    assertThat(Merkle.split(3)).isEqualTo(2);
    assertThat(Merkle.split(4)).isEqualTo(2);
    assertThat(Merkle.split(5)).isEqualTo(4);
    assertThat(Merkle.split(Long.MAX_VALUE)).isEqualTo(1L << 62);
  }

  @Test
  void hasARootOfNothingAndOfPowersOfTwoOnly() {
    assertThat(Merkle.root(TreeSize.ZERO, (_, _) -> LEAF)).isEqualTo(Hash.EMPTY_ROOT);
    assertThat(Merkle.perfectRoot(List.of(LEAF))).isEqualTo(LEAF);
    assertThat(Merkle.perfectRoot(List.of(LEAF, Hash.EMPTY_ROOT)))
        .isEqualTo(Hash.node(LEAF, Hash.EMPTY_ROOT));
    assertThatThrownBy(() -> Merkle.perfectRoot(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Merkle.perfectRoot(Collections.nCopies(3, LEAF)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void makesNoProofOfWhatIsNotThere() {
    var three = new TreeSize(3);

    assertThatThrownBy(() -> InclusionProof.of(new LeafIndex(3), three, (_, _) -> LEAF))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ConsistencyProof.of(new TreeSize(4), three, (_, _) -> LEAF))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ConsistencyProof.of(three, three, (_, _) -> LEAF).path()).isEmpty();
    assertThat(ConsistencyProof.of(TreeSize.ZERO, three, (_, _) -> LEAF).path()).isEmpty();
    assertThatThrownBy(() -> new ConsistencyProof(Collections.nCopies(65, LEAF)))
        .isInstanceOf(MalformedException.class);
    assertThat(new ConsistencyProof(Collections.nCopies(64, LEAF)).path()).hasSize(64);
  }

  @Test
  void saysWhichSentenceWasNotMet() {
    var disproven = new Disproven(ProofStep.INCLUSION_ROOT, "it leads elsewhere");

    assertThat(disproven).hasToString("it leads elsewhere (RFC 9162 2.1.3.2 step 5, r)");
    assertThat(ProofStep.values()).extracting(ProofStep::source).doesNotHaveDuplicates();
  }

  @Test
  void tellsHashesApart() {
    var same = Hash.leaf(new byte[] {1});

    assertThat(LEAF).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(Hash.EMPTY_ROOT);
    assertThat(LEAF.hashCode()).isNotEqualTo(Hash.EMPTY_ROOT.hashCode());
    assertThat(LEAF).isNotEqualTo(LEAF.toHex()).hasToString(LEAF.toHex());
  }
}
