package dev.picturelock.provenance.ledger.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;

/// A master secret that never leaves a PKCS#11 token: a generic secret key, which the token uses
/// for HMAC. What is derived, the seed of one log's key, is in the memory of the service while it
/// signs.
public final class SecretInToken implements MasterSecret {
  private final String alias;
  private final Provider token;
  private final Key secret;

  private SecretInToken(String alias, Provider token, Key secret) {
    this.alias = alias;
    this.token = token;
    this.secret = secret;
  }

  /// Opens the secret, and makes it in the token when it has none of this name.
  ///
  /// - **config** settings file of the JDK's SunPKCS11 provider
  /// - **Errors:** [IllegalStateException] when the token cannot be used; it names the file
  public static SecretInToken open(Path config, String pin, String alias) {
    try {
      var token = Security.getProvider("SunPKCS11").configure(config.toString());
      var keys = KeyStore.getInstance("PKCS11", token);
      keys.load(null, pin.toCharArray());
      if (!keys.containsAlias(alias)) {
        var generator = KeyGenerator.getInstance(ALGORITHM, token);
        generator.init(BYTES * Byte.SIZE);
        keys.setKeyEntry(alias, generator.generateKey(), null, null);
      }
      return new SecretInToken(alias, token, keys.getKey(alias, null));
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw new IllegalStateException(
          "the PKCS#11 token of %s cannot be used for key '%s': %s"
              .formatted(config, alias, reason(e)),
          e);
    }
  }

  /// The JDK says what the token answered only at the bottom of the chain.
  private static Throwable reason(Throwable e) {
    return e.getCause() == null ? e : reason(e.getCause());
  }

  @Override
  public byte[] derive(String purpose) {
    try {
      var mac = Mac.getInstance(ALGORITHM, token);
      mac.init(secret);
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw MasterSecret.unusable(name(), e);
    }
  }

  @Override
  public String name() {
    return "PKCS#11 key '" + alias + "'";
  }
}
