package dev.picturelock.cli.log;

import dev.picturelock.tlog.audit.LogSource;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The files of a folder and nothing else.
record FolderSource(LogFolder folder) implements LogSource {

  @Override
  public byte[] checkpoint() {
    return folder.checkpoint().orElseThrow(() -> new NoSuchElementException("checkpoint"));
  }

  @Override
  public Optional<byte[]> hashes(HashTile tile) {
    return folder.read(tile);
  }

  @Override
  public Optional<byte[]> entries(EntryTile bundle) {
    return folder.read(bundle);
  }

  /// A tile, or [NoSuchElementException].
  byte[] read(HashTile tile) {
    return hashes(tile).orElseThrow(() -> new NoSuchElementException(tile.path()));
  }
}
