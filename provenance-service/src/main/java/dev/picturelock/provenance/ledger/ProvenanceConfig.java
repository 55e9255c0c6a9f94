package dev.picturelock.provenance.ledger;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/// Settings of the ledger.
@ConfigMapping(prefix = "picturelock.provenance")
public interface ProvenanceConfig {
  /// Folder of the log signing key; made with a fresh key when it is empty. No default.
  Path keysDir();

  /// Prefix of every log's origin; the title id follows after a slash.
  String origin();
}
