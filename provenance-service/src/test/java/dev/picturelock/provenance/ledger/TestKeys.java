package dev.picturelock.provenance.ledger;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/// The keys of an installation `host/prov` without a token.
public final class TestKeys {
  private TestKeys() {}

  /// - **folder** of its master secrets; gets one when it is empty
  public static LogKeys in(Path folder) {
    return new LogKeys(new Settings(folder), new Random(7));
  }

  private record Settings(Path keysDir) implements ProvenanceConfig {
    @Override
    public String origin() {
      return "host/prov";
    }

    @Override
    public Pkcs11 pkcs11() {
      return new NoToken();
    }
  }

  private record NoToken() implements ProvenanceConfig.Pkcs11 {
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
