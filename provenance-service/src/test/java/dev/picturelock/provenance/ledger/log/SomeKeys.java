package dev.picturelock.provenance.ledger.log;

import dev.picturelock.kit.file.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/// Signing keys of an installation, by default with the origin `host/prov`, from the secrets in a
/// folder.
public final class SomeKeys {
  public static final String PREFIX = "host/prov";

  private SomeKeys() {}

  public static LogKeys in(Path folder) {
    var keys = found(folder, PREFIX);
    if (keys.lackSecret()) {
      keys.makeSecret();
    }
    return keys;
  }

  /// Whatever secrets there are, if any.
  public static LogKeys found(Path folder, String prefix) {
    return new LogKeys(new Settings(folder, prefix), new Random(7));
  }

  /// Puts a secret into a folder as the service wants it: for nobody else to read.
  public static void write(Path file, String content) throws IOException {
    DurableFile.write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  private record Settings(Path keysDir, String origin) implements LedgerConfig {
    @Override
    public Pkcs11 pkcs11() {
      return new NoToken();
    }
  }

  private record NoToken() implements LedgerConfig.Pkcs11 {
    @Override
    public Optional<Path> config() {
      return Optional.empty();
    }

    @Override
    public Optional<String> pin() {
      return Optional.empty();
    }

    @Override
    public String alias() {
      return "";
    }
  }
}
