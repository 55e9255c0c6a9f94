package dev.picturelock.tlog.merkle;

/// Where a proof finds the hashes it is made of.
@FunctionalInterface
public interface SubtreeReader {

  /// Root of the perfect subtree over leaves `index·2^height` up to, not including,
  /// `(index+1)·2^height`.
  ///
  /// Implementations MUST NOT be asked for a subtree that reaches past the tree, and MUST throw
  /// rather than answer with anything but the hash of those leaves.
  Hash read(int height, long index);
}
