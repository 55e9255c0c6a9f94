package dev.picturelock.provenance.ledger;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/// Signing keys of an installation with the origin `host/prov`, from the secrets in a folder.
public final class SomeKeys {
  public static final String PREFIX = "host/prov";

  private SomeKeys() {}

  public static LogKeys in(Path folder) {
    return new LogKeys(new Settings(folder), new Random(7));
  }

  private record Settings(Path keysDir) implements ProvenanceConfig {
    @Override
    public String origin() {
      return PREFIX;
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
