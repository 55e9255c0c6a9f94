package dev.picturelock.tlog.merkle;

import dev.picturelock.tlog.MalformedException;

/// Number of leaves of a tree.
public record TreeSize(long value) implements Comparable<TreeSize> {

  public static final TreeSize ZERO = new TreeSize(0);

  public TreeSize {
    if (value < 0) {
      throw new MalformedException("tree size", "negative: " + value);
    }
  }

  /// Whether a tree of this size has a leaf at the index.
  public boolean covers(LeafIndex index) {
    return index.value() < value;
  }

  public TreeSize plus(long leaves) {
    return new TreeSize(Math.addExact(value, leaves));
  }

  @Override
  public int compareTo(TreeSize other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
