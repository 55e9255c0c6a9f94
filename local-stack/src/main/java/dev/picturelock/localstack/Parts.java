package dev.picturelock.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/// Where the build unpacked the programs that run beside the services.
///
/// - **Shape:** one folder per program and version, so that a new version never mixes with an old
///   one
public record Parts(Path kafka, Path keycloak, Path postgresArchive, Path postgres) {

  /// The parts below a folder, normally `local-stack/target/parts`.
  public static Parts in(Path folder) {
    var names = names();
    var postgres = name(names, "postgres");
    return new Parts(
        folder.resolve(name(names, "kafka")),
        folder.resolve(name(names, "keycloak")),
        folder.resolve(postgres.replace("postgres-", "postgres-archive-")),
        folder.resolve(postgres));
  }

  private static Properties names() {
    var names = new Properties();
    try (var in = Parts.class.getResourceAsStream("parts.properties")) {
      names.load(Objects.requireNonNull(in, "parts.properties is missing from the build"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private static String name(Properties names, String part) {
    return Objects.requireNonNull(names.getProperty(part), part);
  }
}
