package dev.picturelock.tlog.note;

import dev.picturelock.tlog.MalformedException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;

/// The 32-byte seed of an Ed25519 key (RFC 8032) and what follows from it.
final class Ed25519PrivateKey {

  static final int SEED_BYTES = 32;

  private final byte[] seed;
  private final KeyPair pair;
  private final Ed25519PublicKey publicKey;

  Ed25519PrivateKey(byte[] seed) {
    if (seed.length != SEED_BYTES) {
      throw new MalformedException("seed", "want 32 bytes, got " + seed.length);
    }
    this.seed = seed.clone();
    this.pair = derive(this.seed);
    this.publicKey = Ed25519PublicKey.of(pair.getPublic());
  }

  Ed25519PublicKey publicKey() {
    return publicKey;
  }

  byte[] seed() {
    return seed.clone();
  }

  byte[] sign(byte[] message) {
    try {
      var signer = Signature.getInstance(Ed25519PublicKey.ALGORITHM);
      signer.initSign(pair.getPrivate());
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 signs any message", e);
    }
  }

  private static KeyPair derive(byte[] seed) {
    try {
      var generator = KeyPairGenerator.getInstance(Ed25519PublicKey.ALGORITHM);
      generator.initialize(255, new FixedSeed(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("java.base has Ed25519", e);
    }
  }

  /// Answers the generator's only question, for the seed, with ours: the JDK has no other way from
  /// a seed to its public key.
  private static final class FixedSeed extends SecureRandom {
    private final byte[] seed;

    private FixedSeed(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("Ed25519 asks for 32 bytes, not " + bytes.length);
      }
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}
