package dev.picturelock.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.tlog.NaiveTree;
import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.merkle.ProofResult.Disproven;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsistencyProofTest {

  private static final int LARGEST = 33;
  private static final List<Hash> LEAVES = Vectors.leaves(0, LARGEST);
  private static final List<Hash> ROOTS = roots();

  @Test
  void provesEveryTreeAgainstEveryEarlierOne() {
    for (int second = 0; second <= LARGEST; second++) {
      for (int first = 0; first <= second; first++) {
        var proof = proof(first, second);

        assertThat(verify(proof, first, second).isProven()).as("%d to %d", first, second).isTrue();
        if (first > 0) {
          assertThat(proof.path())
              .isEqualTo(NaiveTree.consistency(first, LEAVES.subList(0, second)));
        }
      }
    }
  }

  @Test
  void refusesEveryDamagedPath() {
    for (int second = 0; second <= LARGEST; second++) {
      for (int first = 0; first <= second; first++) {
        for (var mutation : ProofMutations.of(proof(first, second).path()).entrySet()) {
          var result = verify(new ConsistencyProof(mutation.getValue()), first, second);

          assertThat(result)
              .as("%s, %d to %d", mutation.getKey(), first, second)
              .isInstanceOf(Disproven.class);
        }
      }
    }
  }

  @Test
  void refusesSwappedOrForeignRoots() {
    for (int second = 1; second <= LARGEST; second++) {
      for (int first = 0; first < second; first++) {
        var proof = proof(first, second);
        var m = new TreeSize(first);
        var n = new TreeSize(second);
        var older = ROOTS.get(first);
        var newer = ROOTS.get(second);

        assertThat(proof.verify(m, newer, n, older).isProven()).isFalse();
        assertThat(proof.verify(n, newer, m, older).isProven()).isFalse();
        assertThat(proof.verify(m, newer, n, newer).isProven()).isFalse();
        if (first > 0) {
          assertThat(proof.verify(m, older, n, older).isProven()).isFalse();
        }
      }
    }
  }

  @Test
  void refusesTheRightPathUnderOtherSizes() {
    for (int second = 2; second <= LARGEST; second++) {
      for (int first = 1; first < second; first++) {
        var proof = proof(first, second);
        for (int other : new int[] {first - 1, first + 1, 2 * first, first / 2}) {
          if (other != first) {
            var result =
                proof.verify(
                    new TreeSize(other), ROOTS.get(first), new TreeSize(second), ROOTS.get(second));

            assertThat(result.isProven()).as("%d as %d", first, other).isFalse();
          }
        }
      }
    }
  }

  @Test
  void namesTheFirstStepThatFails() {
    var none = new ConsistencyProof(List.of());
    var right = proof(3, 7);
    var longer = new ConsistencyProof(plus(right.path(), Hash.EMPTY_ROOT));
    var shorter = new ConsistencyProof(right.path().subList(0, right.path().size() - 1));

    assertThat(step(verify(none, 4, 3))).isEqualTo(ProofStep.SIZES_IN_ORDER);
    assertThat(step(verify(right, 3, 3))).isEqualTo(ProofStep.SAME_SIZE);
    assertThat(step(verify(right, 0, 7))).isEqualTo(ProofStep.EMPTY_FIRST);
    assertThat(step(verify(none, 3, 7))).isEqualTo(ProofStep.CONSISTENCY_PATH_EMPTY);
    assertThat(step(verify(longer, 3, 7))).isEqualTo(ProofStep.CONSISTENCY_PATH_TOO_LONG);
    assertThat(step(verify(shorter, 3, 7))).isEqualTo(ProofStep.CONSISTENCY_SECOND_ROOT);
    assertThat(step(right.verify(new TreeSize(3), ROOTS.get(2), new TreeSize(7), ROOTS.get(7))))
        .isEqualTo(ProofStep.CONSISTENCY_FIRST_ROOT);
  }

  @Test
  void refusesAPathThatStopsShortAtARootPassedOffAsTheSecond() {
    var proof = new ConsistencyProof(proof(3, 7).path().subList(0, 3));
    var reached = ROOTS.get(4);

    var result = proof.verify(new TreeSize(3), ROOTS.get(3), new TreeSize(7), reached);

    assertThat(step(result)).isEqualTo(ProofStep.CONSISTENCY_PATH_TOO_SHORT);
  }

  private static List<Hash> roots() {
    var roots = new ArrayList<Hash>();
    for (int size = 0; size <= 2 * LARGEST; size++) {
      roots.add(NaiveTree.root(Vectors.leaves(0, size)));
    }
    return roots;
  }

  private static List<Hash> plus(List<Hash> path, Hash hash) {
    var longer = new ArrayList<>(path);
    longer.add(hash);
    return longer;
  }

  private static ProofStep step(ProofResult result) {
    assertThat(result).isInstanceOf(Disproven.class);
    return ((Disproven) result).step();
  }

  private static ConsistencyProof proof(int first, int second) {
    return ConsistencyProof.of(
        new TreeSize(first), new TreeSize(second), new NaiveTree(LEAVES.subList(0, second)));
  }

  private static ProofResult verify(ConsistencyProof proof, int first, int second) {
    return proof.verify(
        new TreeSize(first), ROOTS.get(first), new TreeSize(second), ROOTS.get(second));
  }
}
