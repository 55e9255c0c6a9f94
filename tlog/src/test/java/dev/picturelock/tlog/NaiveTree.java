package dev.picturelock.tlog;

import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.SubtreeReader;
import java.util.ArrayList;
import java.util.List;

/// The definitions of RFC 6962 section 2.1 written down without any thought of speed.
public record NaiveTree(List<Hash> leaves) implements SubtreeReader {

  public static Hash root(List<Hash> d) {
    if (d.isEmpty()) {
      return Hash.EMPTY_ROOT;
    }
    if (d.size() == 1) {
      return d.getFirst();
    }
    int k = k(d.size());
    return Hash.node(root(d.subList(0, k)), root(d.subList(k, d.size())));
  }

  public static List<Hash> path(int m, List<Hash> d) {
    if (d.size() == 1) {
      return List.of();
    }
    int k = k(d.size());
    return m < k
        ? plus(path(m, d.subList(0, k)), root(d.subList(k, d.size())))
        : plus(path(m - k, d.subList(k, d.size())), root(d.subList(0, k)));
  }

  public static List<Hash> consistency(int m, List<Hash> d) {
    return subproof(m, d, true);
  }

  @Override
  public Hash read(int height, long index) {
    int from = Math.toIntExact(index << height);
    return root(leaves.subList(from, from + (1 << height)));
  }

  private static List<Hash> subproof(int m, List<Hash> d, boolean b) {
    if (m == d.size()) {
      return b ? List.of() : List.of(root(d));
    }
    int k = k(d.size());
    return m <= k
        ? plus(subproof(m, d.subList(0, k), b), root(d.subList(k, d.size())))
        : plus(subproof(m - k, d.subList(k, d.size()), false), root(d.subList(0, k)));
  }

  private static int k(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }

  private static List<Hash> plus(List<Hash> hashes, Hash last) {
    var all = new ArrayList<>(hashes);
    all.add(last);
    return all;
  }
}
