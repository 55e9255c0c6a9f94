package dev.picturelock.testkit;

import dev.picturelock.localstack.Parts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Where the tests find the repository and the unpacked programs; the build passes both.
public final class TestParts {

  private TestParts() {}

  /// The root of the repository.
  public static Path root() {
    return property("picturelock.root");
  }

  static Parts parts() {
    var folder = property("picturelock.parts");
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          folder + " is missing; build once with: mvn -pl local-stack -am process-resources");
    }
    return Parts.in(folder);
  }

  private static Path property(String name) {
    return Path.of(
        Objects.requireNonNull(
            System.getProperty(name), () -> "start the JVM with -D" + name + "=<folder>"));
  }
}
