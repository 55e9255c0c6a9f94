package dev.picturelock.tlog.merkle;

import java.util.List;

/// The Merkle tree hash MTH of RFC 9162 section 2.1.1, over leaf hashes at hand or subtrees read on
/// demand.
public final class Merkle {

  private Merkle() {}

  /// MTH of the first `size` leaves.
  public static Hash root(TreeSize size, SubtreeReader hashes) {
    return size.value() == 0 ? Hash.EMPTY_ROOT : range(0, size.value(), hashes);
  }

  /// Root of the perfect tree over a power of two of hashes.
  public static Hash perfectRoot(List<Hash> hashes) {
    if (Integer.bitCount(hashes.size()) != 1) {
      throw new IllegalArgumentException("want a power of two of hashes, got " + hashes.size());
    }
    var row = hashes.toArray(Hash[]::new);
    for (int width = row.length; width > 1; width /= 2) {
      for (int i = 0; i < width / 2; i++) {
        row[i] = Hash.node(row[2 * i], row[2 * i + 1]);
      }
    }
    return row[0];
  }

  /// MTH(D[start:end]) for a range that the recursion of the RFC arrives at.
  static Hash range(long start, long end, SubtreeReader hashes) {
    long n = end - start;
    if (Long.bitCount(n) == 1) {
      int height = Long.numberOfTrailingZeros(n);
      return hashes.read(height, start >> height);
    }
    long middle = start + split(n);
    return Hash.node(range(start, middle, hashes), range(middle, end, hashes));
  }

  /// k: the largest power of two strictly below n.
  static long split(long n) {
    return Long.highestOneBit(n - 1);
  }
}
