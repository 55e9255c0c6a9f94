package dev.picturelock.provenance.ledger.key;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/// A secret that the seeds of signing keys are derived from: HMAC-SHA256 of a text that names the
/// key. The same 32 bytes give the same keys from a file and from a token.
public sealed interface MasterSecret permits SecretFile, SecretInToken {
  /// Bytes of the secret and of each seed.
  int BYTES = 32;

  /// What HMAC the secret is for.
  String ALGORITHM = "HmacSHA256";

  /// The seed of the key that `purpose` names.
  byte[] derive(String purpose);

  /// Which one it is, for messages; never the secret.
  String name();

  static IllegalStateException unusable(String name, GeneralSecurityException e) {
    return new IllegalStateException(name + ": no key can be derived from it", e);
  }

  static Mac mac() throws GeneralSecurityException {
    return Mac.getInstance(ALGORITHM);
  }
}
