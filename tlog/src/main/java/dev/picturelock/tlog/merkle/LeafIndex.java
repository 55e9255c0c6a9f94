package dev.picturelock.tlog.merkle;

import dev.picturelock.tlog.MalformedException;

/// Position of an entry in a log, counted from 0.
public record LeafIndex(long value) implements Comparable<LeafIndex> {

  public LeafIndex {
    if (value < 0) {
      throw new MalformedException("leaf index", "negative: " + value);
    }
  }

  @Override
  public int compareTo(LeafIndex other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
