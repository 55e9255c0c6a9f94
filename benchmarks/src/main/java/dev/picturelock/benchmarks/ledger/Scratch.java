package dev.picturelock.benchmarks.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A temporary folder that is gone afterwards with everything in it.
public record Scratch(Path folder) implements AutoCloseable {

  public Scratch(String name) throws IOException {
    this(Files.createTempDirectory(name));
  }

  public Path folder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
