package dev.picturelock.tlog.note;

import dev.picturelock.tlog.MalformedException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// The bytes of a public key as its algorithm's standard writes them, known to be one that
/// signatures can be checked with.
public final class RawPublicKey {

  private final KeyAlgorithm algorithm;
  private final byte[] bytes;
  private final PublicKey key;

  private RawPublicKey(KeyAlgorithm algorithm, byte[] bytes) {
    this.algorithm = algorithm;
    this.bytes = bytes;
    this.key = decode(algorithm, bytes);
  }

  public static RawPublicKey of(KeyAlgorithm algorithm, byte[] bytes) {
    return new RawPublicKey(algorithm, bytes.clone());
  }

  static RawPublicKey of(KeyAlgorithm algorithm, PublicKey key) {
    byte[] spki = key.getEncoded();
    int prefix = algorithm.spkiPrefix().length;
    return new RawPublicKey(algorithm, Arrays.copyOfRange(spki, prefix, spki.length));
  }

  public KeyAlgorithm algorithm() {
    return algorithm;
  }

  public byte[] toBytes() {
    return bytes.clone();
  }

  boolean verifies(byte[] message, byte[] signature) {
    try {
      var verifier = verifier(algorithm, key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      // Wrong length, a scalar out of range or unsorted hints: no signature of anything.
      return false;
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the key was accepted when it was read", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawPublicKey that
        && algorithm == that.algorithm
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }

  private static PublicKey decode(KeyAlgorithm algorithm, byte[] bytes) {
    if (bytes.length != algorithm.publicKeyBytes()) {
      throw new MalformedException(
          "public key", "want " + algorithm.publicKeyBytes() + " bytes, got " + bytes.length);
    }
    byte[] prefix = algorithm.spkiPrefix();
    byte[] spki = Arrays.copyOf(prefix, prefix.length + bytes.length);
    System.arraycopy(bytes, 0, spki, prefix.length, bytes.length);
    try {
      var key =
          KeyFactory.getInstance(algorithm.jdkName()).generatePublic(new X509EncodedKeySpec(spki));
      // Decompresses an Ed25519 point, so that a key which is none is refused here and not at
      // first use. Every 1,312 bytes are an ML-DSA-44 key.
      verifier(algorithm, key);
      return key;
    } catch (GeneralSecurityException e) {
      throw new MalformedException("public key", "not of " + algorithm.jdkName());
    }
  }

  private static Signature verifier(KeyAlgorithm algorithm, PublicKey key)
      throws InvalidKeyException {
    try {
      var verifier = Signature.getInstance(algorithm.jdkName());
      verifier.initVerify(key);
      return verifier;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("java.base has " + algorithm.jdkName(), e);
    }
  }
}
