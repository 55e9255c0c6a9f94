package dev.picturelock.tlog.audit;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.tile.EntryBundle;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TileReader;
import java.util.List;

/// The files of a source as a tree of one size has them; whatever is absent or misshapen ends the
/// run.
record ServedFiles(LogSource source, TreeSize size) implements TileReader {

  /// The tile in its width at this size, of which a narrower one is a prefix.
  @Override
  public byte[] read(HashTile asked) {
    var tile = HashTile.at(asked.level(), asked.n(), size).orElse(asked);
    byte[] bytes =
        source.hashes(tile).orElseThrow(() -> new DamagedException(new Damage.Missing(tile)));
    if (bytes.length != tile.width() * Hash.BYTES) {
      var reason = "want %d bytes, got %d".formatted(tile.width() * Hash.BYTES, bytes.length);
      throw new DamagedException(new Damage.Malformed(tile, reason));
    }
    return bytes;
  }

  byte[] read(EntryTile bundle) {
    return source
        .entries(bundle)
        .orElseThrow(() -> new DamagedException(new Damage.Missing(bundle)));
  }

  static List<byte[]> decode(EntryTile bundle, byte[] bytes) {
    try {
      return EntryBundle.decode(bytes, bundle.width());
    } catch (MalformedException e) {
      throw new DamagedException(new Damage.Malformed(bundle, e.reason()));
    }
  }
}
