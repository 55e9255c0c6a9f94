package dev.picturelock.cli.log;

import dev.picturelock.tlog.audit.LogSource;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TilePath;
import java.util.Optional;

/// The checkpoint of a server, and its files, of which those that are here already are not asked
/// for again.
final class LocalFirst implements LogSource {

  private final LogSource served;
  private final LogFolder folder;
  private boolean usedLocal;

  LocalFirst(LogSource served, LogFolder folder) {
    this.served = served;
    this.folder = folder;
  }

  /// Whether anything came from here, so that damage need not be the server's.
  boolean usedLocal() {
    return usedLocal;
  }

  @Override
  public byte[] checkpoint() {
    return served.checkpoint();
  }

  @Override
  public Optional<byte[]> hashes(HashTile tile) {
    return local(tile).or(() -> served.hashes(tile));
  }

  @Override
  public Optional<byte[]> entries(EntryTile bundle) {
    return local(bundle).or(() -> served.entries(bundle));
  }

  private Optional<byte[]> local(TilePath file) {
    var bytes = folder.readOrIncoming(file);
    usedLocal |= bytes.isPresent();
    return bytes;
  }
}
