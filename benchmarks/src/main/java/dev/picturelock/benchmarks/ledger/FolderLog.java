package dev.picturelock.benchmarks.ledger;

import dev.picturelock.tlog.audit.LogSource;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TilePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A log as files, written once from another source.
record FolderLog(Path folder) implements LogSource {
  private static final String CHECKPOINT = "checkpoint";

  void write(TilePath file, byte[] bytes) {
    try {
      var path = folder.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void writeCheckpoint(byte[] bytes) throws IOException {
    Files.write(folder.resolve(CHECKPOINT), bytes);
  }

  @Override
  public byte[] checkpoint() {
    return read(CHECKPOINT).orElseThrow();
  }

  @Override
  public Optional<byte[]> hashes(HashTile tile) {
    return read(tile.path());
  }

  @Override
  public Optional<byte[]> entries(EntryTile bundle) {
    return read(bundle.path());
  }

  private Optional<byte[]> read(String file) {
    try {
      var path = folder.resolve(file);
      return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
