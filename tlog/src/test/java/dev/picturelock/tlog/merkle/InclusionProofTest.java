package dev.picturelock.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.NaiveTree;
import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.merkle.ProofResult.Disproven;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InclusionProofTest {

  private static final int LARGEST = 33;
  private static final List<Hash> ROOTS =
      IntStream.rangeClosed(0, LARGEST)
          .mapToObj(size -> NaiveTree.root(Vectors.leaves(0, size)))
          .toList();

  @Test
  void provesEveryLeafOfEveryTree() {
    for (int size = 1; size <= LARGEST; size++) {
      var leaves = Vectors.leaves(0, size);
      for (int index = 0; index < size; index++) {
        var proof = proof(leaves, index);

        assertThat(proof.path()).isEqualTo(NaiveTree.path(index, leaves));
        assertThat(verify(proof, leaves, index, size).isProven()).isTrue();
      }
    }
  }

  @Test
  void refusesEveryDamagedPath() {
    for (int size = 1; size <= LARGEST; size++) {
      var leaves = Vectors.leaves(0, size);
      for (int index = 0; index < size; index++) {
        for (var mutation : ProofMutations.of(proof(leaves, index).path()).entrySet()) {
          var result = verify(new InclusionProof(mutation.getValue()), leaves, index, size);

          assertThat(result)
              .as("%s, %d in %d", mutation.getKey(), index, size)
              .isInstanceOf(Disproven.class);
        }
      }
    }
  }

  @Test
  void refusesTheRightPathUnderAnotherIndex() {
    for (int size = 2; size <= LARGEST; size++) {
      var leaves = Vectors.leaves(0, size);
      for (int index = 0; index < size; index++) {
        var proof = proof(leaves, index);
        for (long other = 0; other < 2L * size; other++) {
          var result = verify(proof, leaves.get(index), other, size, ROOTS.get(size));

          assertThat(result.isProven()).as("%d as %d", index, other).isEqualTo(index == other);
        }
      }
    }
  }

  @Test
  void refusesTheRightPathUnderHalfOrTwiceTheSize() {
    for (int size = 2; size <= LARGEST; size++) {
      var leaves = Vectors.leaves(0, size);
      var root = NaiveTree.root(leaves);
      for (int index = 0; index < size; index++) {
        var proof = proof(leaves, index);

        assertThat(verify(proof, leaves.get(index), index, 2L * size, root).isProven()).isFalse();
        assertThat(verify(proof, leaves.get(index), index, size / 2, root).isProven()).isFalse();
      }
    }
  }

  @Test
  void namesTheFirstStepThatFails() {
    var leaves = Vectors.leaves(0, 5);
    var root = NaiveTree.root(leaves);
    var proof = proof(leaves, 2);
    var longer = new InclusionProof(Collections.nCopies(4, root));
    var shorter = new InclusionProof(proof.path().subList(0, 2));

    assertThat(step(verify(proof, leaves.get(2), 5, 5, root)))
        .isEqualTo(ProofStep.INDEX_BELOW_SIZE);
    assertThat(step(verify(longer, leaves.get(2), 2, 5, root)))
        .isEqualTo(ProofStep.INCLUSION_PATH_TOO_LONG);
    assertThat(step(verify(shorter, leaves.get(2), 2, 5, root)))
        .isEqualTo(ProofStep.INCLUSION_PATH_TOO_SHORT);
    assertThat(step(verify(proof, leaves.get(3), 2, 5, root))).isEqualTo(ProofStep.INCLUSION_ROOT);
  }

  @Test
  void provesNothingOfTheEmptyTree() {
    var result = verify(new InclusionProof(List.of()), Hash.EMPTY_ROOT, 0, 0, Hash.EMPTY_ROOT);

    assertThat(step(result)).isEqualTo(ProofStep.INDEX_BELOW_SIZE);
  }

  @Test
  void isNeverLongerThanSixtyThreeHashes() {
    assertThatThrownBy(() -> new InclusionProof(Collections.nCopies(64, Hash.EMPTY_ROOT)))
        .isInstanceOf(MalformedException.class);
  }

  private static ProofStep step(ProofResult result) {
    assertThat(result).isInstanceOf(Disproven.class);
    return ((Disproven) result).step();
  }

  private static InclusionProof proof(List<Hash> leaves, int index) {
    return InclusionProof.of(
        new LeafIndex(index), new TreeSize(leaves.size()), new NaiveTree(leaves));
  }

  private static ProofResult verify(InclusionProof proof, List<Hash> leaves, int index, int size) {
    return verify(proof, leaves.get(index), index, size, ROOTS.get(size));
  }

  private static ProofResult verify(
      InclusionProof proof, Hash leaf, long index, long size, Hash root) {
    return proof.verify(leaf, new LeafIndex(index), new TreeSize(size), root);
  }
}
