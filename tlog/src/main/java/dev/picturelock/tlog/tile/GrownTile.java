package dev.picturelock.tlog.tile;

import dev.picturelock.tlog.merkle.Hash;
import java.util.List;

/// A tile that a batch made or made longer, with all of its hashes so far.
///
/// - **widthBefore:** how many of them were there before the batch; the first that many are
///   unchanged
public record GrownTile(int level, long n, int widthBefore, List<Hash> hashes) {

  public GrownTile {
    TileBounds.check(level, n, hashes.size());
    if (widthBefore < 0 || widthBefore >= hashes.size()) {
      throw new IllegalArgumentException(
          "a tile cannot grow from %d to %d".formatted(widthBefore, hashes.size()));
    }
    hashes = List.copyOf(hashes);
  }

  public HashTile tile() {
    return new HashTile(level, n, hashes.size());
  }

  /// The whole row, 32 to 8,192 bytes.
  public byte[] bytes() {
    return Hash.concatenate(hashes);
  }

  /// Only what the batch added at the row's end.
  public byte[] addedBytes() {
    return Hash.concatenate(hashes.subList(widthBefore, hashes.size()));
  }
}
