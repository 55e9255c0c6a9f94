package dev.picturelock.cli.log;

import dev.picturelock.cli.api.Api;
import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.tlog.audit.LogSource;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TilePath;
import java.util.Optional;

/// A log as the provenance service serves it.
///
/// - **prefix:** begins with a slash and ends with none
record ServedLog(Api api, String prefix) implements LogSource {

  private static final int MAX_TILE = TilePath.FULL_WIDTH * Hash.BYTES;

  @Override
  public byte[] checkpoint() {
    return api.get(prefix + "/checkpoint", LogFolder.MAX_SMALL_FILE)
        .orElseThrow(() -> new UnusableInputException("there is no log at " + api.address(prefix)));
  }

  @Override
  public Optional<byte[]> hashes(HashTile tile) {
    return api.get(prefix + "/" + tile.path(), MAX_TILE);
  }

  @Override
  public Optional<byte[]> entries(EntryTile bundle) {
    return api.get(prefix + "/" + bundle.path(), LogFolder.MAX_BUNDLE);
  }
}
