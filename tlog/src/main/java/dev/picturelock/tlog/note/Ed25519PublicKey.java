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

/// The 32 bytes of an Ed25519 public key (RFC 8032), known to be a point of the curve.
public final class Ed25519PublicKey {

  public static final int BYTES = 32;

  static final String ALGORITHM = "Ed25519";

  // SubjectPublicKeyInfo of RFC 8410 up to the key itself.
  private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final byte[] bytes;
  private final PublicKey key;

  private Ed25519PublicKey(byte[] bytes) {
    this.bytes = bytes;
    this.key = decode(bytes);
  }

  public static Ed25519PublicKey of(byte[] bytes) {
    return new Ed25519PublicKey(bytes.clone());
  }

  static Ed25519PublicKey of(PublicKey key) {
    byte[] spki = key.getEncoded();
    return new Ed25519PublicKey(Arrays.copyOfRange(spki, SPKI_PREFIX.length, spki.length));
  }

  public byte[] toBytes() {
    return bytes.clone();
  }

  boolean verifies(byte[] message, byte[] signature) {
    try {
      var verifier = verifier(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      // Wrong length or a scalar out of range: no signature of anything.
      return false;
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the key was accepted when it was read", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ed25519PublicKey that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }

  private static PublicKey decode(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new MalformedException("public key", "want 32 bytes, got " + bytes.length);
    }
    byte[] spki = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + BYTES);
    System.arraycopy(bytes, 0, spki, SPKI_PREFIX.length, BYTES);
    try {
      var key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(spki));
      // Decompresses the point, so that a key which is none is refused here and not at first use.
      verifier(key);
      return key;
    } catch (GeneralSecurityException e) {
      throw new MalformedException("public key", "not an Ed25519 key");
    }
  }

  private static Signature verifier(PublicKey key) throws InvalidKeyException {
    try {
      var verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      return verifier;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("java.base has Ed25519", e);
    }
  }
}
