package dev.picturelock.tlog.tile;

import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;

/// Stored tiles do not hash to the stored root: the store was changed from outside, or lost a
/// write.
public final class EdgeMismatchException extends RuntimeException {

  private final TreeSize size;
  private final Hash stored;
  private final Hash computed;

  EdgeMismatchException(TreeSize size, Hash stored, Hash computed) {
    super(
        "at size %s the tiles hash to %s, the stored root is %s".formatted(size, computed, stored));
    this.size = size;
    this.stored = stored;
    this.computed = computed;
  }

  public TreeSize size() {
    return size;
  }

  public Hash stored() {
    return stored;
  }

  public Hash computed() {
    return computed;
  }
}
