package dev.picturelock.tlog.merkle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything an inclusion proof is verified with.
record InclusionCase(Hash leaf, long index, long size, List<Hash> path, Hash root) {

  private static final Hash FOREIGN = Hash.leaf(new byte[] {1, 2, 3});

  static InclusionCase of(long index, long size, SubtreeReader hashes) {
    var tree = new TreeSize(size);
    return new InclusionCase(
        hashes.read(0, index),
        index,
        size,
        InclusionProof.of(new LeafIndex(index), tree, hashes).path(),
        Merkle.root(tree, hashes));
  }

  ProofResult verify() {
    return new InclusionProof(path).verify(leaf, new LeafIndex(index), new TreeSize(size), root);
  }

  /// Every way in which this right case can be made wrong, named after the defect.
  Map<String, InclusionCase> defects() {
    var defects = new LinkedHashMap<String, InclusionCase>();
    defects.put("leafIdx-plus-1", withIndex(index + 1));
    if (index > 0) {
      defects.put("leafIdx-minus-1", withIndex(index - 1));
    }
    defects.put("leafIdx-xor-2", withIndex(index ^ 2));
    defects.put("leafIdx-is-treeSize", withIndex(size));
    defects.put("leafIdx-largest", withIndex(Long.MAX_VALUE));
    if (size <= Long.MAX_VALUE / 2) {
      defects.put("treeSize-mul-2", withSize(2 * size));
    }
    defects.put("treeSize-div-2", withSize(size / 2));
    defects.put("treeSize-zero", withSize(0));
    defects.put("leaf-foreign", new InclusionCase(FOREIGN, index, size, path, root));
    defects.put("leaf-empty", new InclusionCase(Hash.EMPTY_ROOT, index, size, path, root));
    defects.put("root-foreign", withRoot(FOREIGN));
    defects.put("root-empty", withRoot(Hash.EMPTY_ROOT));
    if (size > 1) {
      defects.put("root-is-leaf", withRoot(leaf));
      defects.put("leaf-is-root", new InclusionCase(root, index, size, path, root));
      defects.put("leaf-root-swapped", new InclusionCase(root, index, size, path, leaf));
    }
    // A path of 64 hashes is none, so none is made.
    ProofMutations.of(path).entrySet().stream()
        .filter(mutation -> mutation.getValue().size() <= InclusionProof.MAX_LENGTH)
        .forEach(mutation ->
            defects.put(
                mutation.getKey(),
                new InclusionCase(leaf, index, size, mutation.getValue(), root)));
    return defects;
  }

  private InclusionCase withIndex(long other) {
    return new InclusionCase(leaf, other, size, path, root);
  }

  private InclusionCase withSize(long other) {
    return new InclusionCase(leaf, index, other, path, root);
  }

  private InclusionCase withRoot(Hash other) {
    return new InclusionCase(leaf, index, size, path, other);
  }
}
