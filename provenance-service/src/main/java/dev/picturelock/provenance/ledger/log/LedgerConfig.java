package dev.picturelock.provenance.ledger.log;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// Settings of the ledger.
@ConfigMapping(prefix = "picturelock.provenance")
public interface LedgerConfig {
  /// Folder of the master secrets that the logs' signing keys grow from; a fresh one is made where
  /// there is no ledger yet. No default.
  Path keysDir();

  /// Prefix of every log's origin, and the origin of the log of logs.
  String origin();

  Pkcs11 pkcs11();

  /// A token that holds the newest master secret instead of a file.
  interface Pkcs11 {
    /// Settings file of the JDK's SunPKCS11 provider: which library, which slot.
    Optional<Path> config();

    Optional<String> pin();

    /// Name of the secret in the token; made there when it is missing and no log grew from it.
    String alias();
  }
}
