package dev.picturelock.tlog.note;

import dev.picturelock.tlog.MalformedException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;

/// A private key in its shortest form, 32 secret bytes, and what follows from it: the secret of RFC
/// 8032 for Ed25519, the seed ξ of FIPS 204 for ML-DSA-44.
final class SeedKey {

  static final int SEED_BYTES = 32;

  private final byte[] seed;
  private final KeyAlgorithm algorithm;
  private final KeyPair pair;
  private final RawPublicKey publicKey;

  SeedKey(KeyAlgorithm algorithm, byte[] seed) {
    if (seed.length != SEED_BYTES) {
      throw new MalformedException("seed", "want 32 bytes, got " + seed.length);
    }
    this.seed = seed.clone();
    this.algorithm = algorithm;
    this.pair = derive(algorithm, this.seed);
    this.publicKey = RawPublicKey.of(algorithm, pair.getPublic());
  }

  RawPublicKey publicKey() {
    return publicKey;
  }

  byte[] seed() {
    return seed.clone();
  }

  byte[] sign(byte[] message) {
    try {
      var signer = Signature.getInstance(algorithm.jdkName());
      signer.initSign(pair.getPrivate());
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm.jdkName() + " signs any message", e);
    }
  }

  private static KeyPair derive(KeyAlgorithm algorithm, byte[] seed) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm.jdkName());
      generator.initialize(algorithm.parameters(), new FixedSeed(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("java.base has " + algorithm.jdkName(), e);
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
        throw new IllegalStateException("a key is made of 32 bytes, not " + bytes.length);
      }
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}
