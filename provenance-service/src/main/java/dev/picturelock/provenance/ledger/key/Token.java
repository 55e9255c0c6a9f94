package dev.picturelock.provenance.ledger.key;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import javax.crypto.KeyGenerator;

/// A PKCS#11 token that holds the newest master secret, or is to hold it.
public final class Token {
  private final Path config;
  private final String alias;
  private final Provider provider;
  private final KeyStore keys;
  private final char[] pin;

  private Token(Path config, String alias, Provider provider, KeyStore keys, char[] pin) {
    this.config = config;
    this.alias = alias;
    this.provider = provider;
    this.keys = keys;
    this.pin = pin;
  }

  /// - **config** settings file of the JDK's SunPKCS11 provider
  /// - **alias** name of the secret in the token
  /// - **Errors:** [IllegalStateException] when the token cannot be used; it names the file
  public static Token open(Path config, String pin, String alias) {
    try {
      var provider = Security.getProvider("SunPKCS11").configure(config.toString());
      var keys = KeyStore.getInstance("PKCS11", provider);
      keys.load(null, pin.toCharArray());
      return new Token(config, alias, provider, keys, pin.toCharArray());
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw unusable(config, alias, e);
    }
  }

  /// The secret, if there is one of this name now, whoever made it.
  Optional<SecretInToken> secret() {
    try {
      keys.load(null, pin);
      return Optional.ofNullable(keys.getKey(alias, null))
          .map(secret -> new SecretInToken(alias, provider, secret));
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw unusable(config, alias, e);
    }
  }

  /// Makes a fresh secret in the token.
  void makeSecret() {
    try {
      var generator = KeyGenerator.getInstance(MasterSecret.ALGORITHM, provider);
      generator.init(MasterSecret.BYTES * Byte.SIZE);
      keys.setKeyEntry(alias, generator.generateKey(), null, null);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw unusable(config, alias, e);
    }
  }

  private static IllegalStateException unusable(Path config, String alias, Exception e) {
    return new IllegalStateException(
        "the PKCS#11 token of %s cannot be used for key '%s': %s"
            .formatted(config, alias, reason(e)),
        e);
  }

  /// The JDK says what the token answered only at the bottom of the chain.
  private static Throwable reason(Throwable e) {
    return e.getCause() == null ? e : reason(e.getCause());
  }
}
