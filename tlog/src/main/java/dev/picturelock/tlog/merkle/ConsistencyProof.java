package dev.picturelock.tlog.merkle;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.ProofResult.Disproven;
import dev.picturelock.tlog.merkle.ProofResult.Proven;
import java.util.ArrayList;
import java.util.List;

/// Evidence that a tree grew out of an earlier one without changing it.
public record ConsistencyProof(List<Hash> path) {

  /// No two trees of fewer than 2^63 leaves need more.
  public static final int MAX_LENGTH = 64;

  public ConsistencyProof {
    path = List.copyOf(path);
    if (path.size() > MAX_LENGTH) {
      throw new MalformedException("consistency proof", path.size() + " hashes, at most 64 can be");
    }
  }

  /// PROOF(m, D[n]) of RFC 9162 section 2.1.4.1; empty from the empty tree and between equal sizes.
  public static ConsistencyProof of(TreeSize m, TreeSize n, SubtreeReader hashes) {
    if (m.compareTo(n) > 0) {
      throw new IllegalArgumentException("a tree cannot shrink from " + m + " to " + n);
    }
    var path = new ArrayList<Hash>();
    if (m.value() > 0) {
      subproof(m.value(), 0, n.value(), true, hashes, path);
    }
    return new ConsistencyProof(path);
  }

  /// Checks one root against a later one by RFC 9162 section 2.1.4.2.
  ///
  /// The RFC asks for 0 < first < second. Equal sizes hold when the roots are equal and the path is
  /// empty; from the empty tree every tree follows, with an empty path and the root of no leaves.
  public ProofResult verify(TreeSize first, Hash firstRoot, TreeSize second, Hash secondRoot) {
    if (first.compareTo(second) > 0) {
      return new Disproven(
          ProofStep.SIZES_IN_ORDER, "a tree cannot shrink from " + first + " to " + second);
    }
    if (first.equals(second)) {
      return path.isEmpty() && firstRoot.equals(secondRoot)
          ? new Proven()
          : new Disproven(ProofStep.SAME_SIZE, "equal sizes need equal roots and an empty path");
    }
    if (first.value() == 0) {
      return path.isEmpty() && firstRoot.equals(Hash.EMPTY_ROOT)
          ? new Proven()
          : new Disproven(
              ProofStep.EMPTY_FIRST, "the empty tree needs its own root and an empty path");
    }
    return verifyGrowth(first.value(), firstRoot, second.value(), secondRoot);
  }

  private ProofResult verifyGrowth(long first, Hash firstRoot, long second, Hash secondRoot) {
    // 1.
    if (path.isEmpty()) {
      return new Disproven(ProofStep.CONSISTENCY_PATH_EMPTY, "the path is empty");
    }
    // 2. an exact power of two: its root is the first hash
    var hashes = new ArrayList<Hash>();
    if (Long.bitCount(first) == 1) {
      hashes.add(firstRoot);
    }
    hashes.addAll(path);
    // 3.
    long fn = first - 1;
    long sn = second - 1;
    // 4.
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    // 5.
    Hash fr = hashes.getFirst();
    Hash sr = fr;
    // 6.
    for (Hash c : hashes.subList(1, hashes.size())) {
      // a.
      if (sn == 0) {
        return new Disproven(ProofStep.CONSISTENCY_PATH_TOO_LONG, "the path goes on past the root");
      }
      // b.
      if ((fn & 1) == 1 || fn == sn) {
        fr = Hash.node(c, fr);
        sr = Hash.node(c, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = Hash.node(sr, c);
      }
      // c.
      fn >>= 1;
      sn >>= 1;
    }
    // 7.
    if (!fr.equals(firstRoot)) {
      return new Disproven(
          ProofStep.CONSISTENCY_FIRST_ROOT,
          "the path leads to " + fr + ", the first root is " + firstRoot);
    }
    if (!sr.equals(secondRoot)) {
      return new Disproven(
          ProofStep.CONSISTENCY_SECOND_ROOT,
          "the path leads to " + sr + ", the second root is " + secondRoot);
    }
    if (sn != 0) {
      return new Disproven(
          ProofStep.CONSISTENCY_PATH_TOO_SHORT, "the path ends before it reaches the root");
    }
    return new Proven();
  }

  private static void subproof(
      long m, long start, long end, boolean known, SubtreeReader hashes, List<Hash> path) {
    long n = end - start;
    if (m == n) {
      if (!known) {
        path.add(Merkle.range(start, end, hashes));
      }
      return;
    }
    long k = Merkle.split(n);
    if (m <= k) {
      subproof(m, start, start + k, known, hashes, path);
      path.add(Merkle.range(start + k, end, hashes));
    } else {
      subproof(m - k, start + k, end, false, hashes, path);
      path.add(Merkle.range(start, start + k, hashes));
    }
  }
}
