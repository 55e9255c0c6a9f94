package dev.picturelock.provenance.ledger.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Provider;
import javax.crypto.Mac;

/// A master secret that never leaves a PKCS#11 token: a generic secret key, which the token uses
/// for HMAC. What is derived, the seed of one log's key, is in the memory of the service while it
/// signs.
public final class SecretInToken implements MasterSecret {
  private final String alias;
  private final Provider token;
  private final Key secret;

  SecretInToken(String alias, Provider token, Key secret) {
    this.alias = alias;
    this.token = token;
    this.secret = secret;
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
