package dev.picturelock.tlog.merkle;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.ProofResult.Disproven;
import dev.picturelock.tlog.merkle.ProofResult.Proven;
import java.util.ArrayList;
import java.util.List;

/// Evidence that one leaf is at one place of a tree; the leaf's sibling first, the root's child
/// last.
///
/// A path commits neither to index nor to size: both MUST come from where they are authenticated,
/// the size from a signed checkpoint.
public record InclusionProof(List<Hash> path) {

  /// No tree of fewer than 2^63 leaves has a longer path.
  public static final int MAX_LENGTH = 63;

  public InclusionProof {
    path = List.copyOf(path);
    if (path.size() > MAX_LENGTH) {
      throw new MalformedException("inclusion proof", path.size() + " hashes, at most 63 can be");
    }
  }

  /// PATH(m, D[n]) of RFC 9162 section 2.1.3.1.
  public static InclusionProof of(LeafIndex m, TreeSize n, SubtreeReader hashes) {
    if (!n.covers(m)) {
      throw new IllegalArgumentException("index " + m + " is not in a tree of size " + n);
    }
    var path = new ArrayList<Hash>();
    collect(m.value(), 0, n.value(), hashes, path);
    return new InclusionProof(path);
  }

  /// Checks the leaf against the root by RFC 9162 section 2.1.3.2.
  public ProofResult verify(Hash leaf, LeafIndex index, TreeSize size, Hash root) {
    // 1. leaf_index below tree_size
    if (!size.covers(index)) {
      return new Disproven(
          ProofStep.INDEX_BELOW_SIZE, "index " + index + " is not in a tree of size " + size);
    }
    // 2.
    long fn = index.value();
    long sn = size.value() - 1;
    // 3.
    Hash r = leaf;
    // 4.
    for (Hash p : path) {
      // a.
      if (sn == 0) {
        return new Disproven(ProofStep.INCLUSION_PATH_TOO_LONG, "the path goes on past the root");
      }
      // b.
      if ((fn & 1) == 1 || fn == sn) {
        r = Hash.node(p, r);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        r = Hash.node(r, p);
      }
      // c.
      fn >>= 1;
      sn >>= 1;
    }
    // 5.
    if (sn != 0) {
      return new Disproven(
          ProofStep.INCLUSION_PATH_TOO_SHORT, "the path ends before it reaches the root");
    }
    if (!r.equals(root)) {
      return new Disproven(
          ProofStep.INCLUSION_ROOT, "the path leads to " + r + ", the root is " + root);
    }
    return new Proven();
  }

  private static void collect(
      long leaf, long start, long end, SubtreeReader hashes, List<Hash> path) {
    if (end - start == 1) {
      return;
    }
    long middle = start + Merkle.split(end - start);
    if (leaf < middle) {
      collect(leaf, start, middle, hashes, path);
      path.add(Merkle.range(middle, end, hashes));
    } else {
      collect(leaf, middle, end, hashes, path);
      path.add(Merkle.range(start, middle, hashes));
    }
  }
}
