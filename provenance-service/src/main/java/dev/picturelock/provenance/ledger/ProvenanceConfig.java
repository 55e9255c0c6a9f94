package dev.picturelock.provenance.ledger;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Settings of the ledger.
@ConfigMapping(prefix = "picturelock.provenance")
public interface ProvenanceConfig {
  /// Folder of the master secrets that the logs' signing keys grow from; made with a fresh one when
  /// it is empty. No default.
  Path keysDir();

  /// Prefix of every log's origin, and the origin of the log of logs.
  String origin();

  /// Folder of the journals of what was released. It MUST NOT be part of the database's backup and
  /// is never set back. No default.
  Path anchorsDir();

  /// How long a full audit of the own tables may take, and so the time within which a changed byte
  /// is noticed. A pass takes at most a tenth of a core, and longer than this if it must.
  Duration scrubPeriod();

  Pkcs11 pkcs11();

  /// A token that holds the newest master secret instead of a file.
  interface Pkcs11 {
    /// Settings file of the JDK's SunPKCS11 provider: which library, which slot.
    Optional<Path> config();

    Optional<String> pin();

    /// Name of the secret in the token; made there when it is missing.
    String alias();
  }
}
