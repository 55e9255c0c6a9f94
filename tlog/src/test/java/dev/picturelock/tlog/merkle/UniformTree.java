package dev.picturelock.tlog.merkle;

import java.util.ArrayList;
import java.util.List;

/// A tree of any size, all of whose leaves are the same: the only one of 2^63-1 leaves that fits
/// into memory.
final class UniformTree implements SubtreeReader {

  private final List<Hash> byHeight = new ArrayList<>();

  UniformTree(Hash leaf) {
    byHeight.add(leaf);
    for (int height = 1; height < Long.SIZE; height++) {
      byHeight.add(Hash.node(byHeight.getLast(), byHeight.getLast()));
    }
  }

  @Override
  public Hash read(int height, long index) {
    return byHeight.get(height);
  }

  Hash leaf() {
    return byHeight.getFirst();
  }
}
