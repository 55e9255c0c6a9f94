package dev.picturelock.tlog.merkle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything a consistency proof is verified with; the sizes are 0 < first < second.
record ConsistencyCase(long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> path) {

  private static final Hash FOREIGN = Hash.leaf(new byte[] {1, 2, 3});

  static ConsistencyCase of(long first, long second, SubtreeReader hashes) {
    var m = new TreeSize(first);
    var n = new TreeSize(second);
    return new ConsistencyCase(
        first,
        Merkle.root(m, hashes),
        second,
        Merkle.root(n, hashes),
        ConsistencyProof.of(m, n, hashes).path());
  }

  ProofResult verify() {
    return new ConsistencyProof(path)
        .verify(new TreeSize(first), firstRoot, new TreeSize(second), secondRoot);
  }

  /// Every way in which this right case can be made wrong, named after the defect.
  Map<String, ConsistencyCase> defects() {
    var defects = new LinkedHashMap<String, ConsistencyCase>();
    defects.put("size1-plus-1", withSizes(first + 1, second));
    defects.put("size1-minus-1", withSizes(first - 1, second));
    defects.put("size1-xor-2", withSizes(first ^ 2, second));
    defects.put("size1-zero", withSizes(0, second));
    defects.put("size1-is-size2", withSizes(second, second));
    defects.put("size2-is-size1", withSizes(first, first));
    defects.put("sizes-swapped", withSizes(second, first));
    if (second <= Long.MAX_VALUE / 2) {
      defects.put("size2-mul-2", withSizes(first, 2 * second));
    }
    defects.put("size2-div-2", withSizes(first, second / 2));
    defects.put("root1-foreign", withRoots(FOREIGN, secondRoot));
    defects.put("root2-foreign", withRoots(firstRoot, FOREIGN));
    defects.put("root1-empty", withRoots(Hash.EMPTY_ROOT, secondRoot));
    defects.put("root2-empty", withRoots(firstRoot, Hash.EMPTY_ROOT));
    defects.put("roots-swapped", withRoots(secondRoot, firstRoot));
    defects.put("root1-is-root2", withRoots(secondRoot, secondRoot));
    defects.put("root2-is-root1", withRoots(firstRoot, firstRoot));
    ProofMutations.of(path).entrySet().stream()
        .filter(mutation -> mutation.getValue().size() <= ConsistencyProof.MAX_LENGTH)
        .forEach(mutation -> defects.put(mutation.getKey(), withPath(mutation.getValue())));
    return defects;
  }

  private ConsistencyCase withSizes(long m, long n) {
    return new ConsistencyCase(m, firstRoot, n, secondRoot, path);
  }

  private ConsistencyCase withRoots(Hash older, Hash newer) {
    return new ConsistencyCase(first, older, second, newer, path);
  }

  private ConsistencyCase withPath(List<Hash> other) {
    return new ConsistencyCase(first, firstRoot, second, secondRoot, other);
  }
}
