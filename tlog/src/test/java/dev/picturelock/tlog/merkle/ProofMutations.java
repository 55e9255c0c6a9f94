package dev.picturelock.tlog.merkle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The ways in which a path can be damaged, named after the defect.
final class ProofMutations {

  private static final Hash FOREIGN = Hash.leaf(new byte[] {42});

  private ProofMutations() {}

  static Map<String, List<Hash>> of(List<Hash> path) {
    var mutations = new LinkedHashMap<String, List<Hash>>();
    for (int i = 0; i <= path.size(); i++) {
      mutations.put("node-added-@" + i, inserted(path, i, FOREIGN));
    }
    for (int i = 0; i < path.size(); i++) {
      mutations.put("node-repeated-@" + i, inserted(path, i, path.get(i)));
      mutations.put("node-dropped-@" + i, without(path, i));
      mutations.put("node-flipped-@" + i, flipped(path, i));
      if (i > 0) {
        mutations.put("nodes-swapped-@" + i, swapped(path, i));
      }
    }
    mutations.put("trailing-garbage", inserted(path, path.size(), Hash.EMPTY_ROOT));
    mutations.put("preceding-garbage", inserted(path, 0, Hash.EMPTY_ROOT));
    if (!path.isEmpty()) {
      mutations.put("trailing-twice", inserted(path, path.size(), path.getLast()));
      mutations.put("truncated-end", path.subList(0, path.size() - 1));
      mutations.put("truncated-front", path.subList(1, path.size()));
      mutations.put("empty", List.of());
    }
    if (path.size() > 1) {
      mutations.put("reversed", path.reversed());
    }
    return mutations;
  }

  private static List<Hash> inserted(List<Hash> path, int at, Hash hash) {
    var mutated = new ArrayList<>(path);
    mutated.add(at, hash);
    return mutated;
  }

  private static List<Hash> without(List<Hash> path, int at) {
    var mutated = new ArrayList<>(path);
    mutated.remove(at);
    return mutated;
  }

  private static List<Hash> flipped(List<Hash> path, int at) {
    byte[] bytes = path.get(at).toBytes();
    bytes[at % Hash.BYTES] ^= 1;
    var mutated = new ArrayList<>(path);
    mutated.set(at, Hash.of(bytes));
    return mutated;
  }

  private static List<Hash> swapped(List<Hash> path, int at) {
    var mutated = new ArrayList<>(path);
    mutated.set(at, path.get(at - 1));
    mutated.set(at - 1, path.get(at));
    return mutated;
  }
}
