package dev.picturelock.tlog.note;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// A key that signatures can be checked with, in text `name+<key id>+base64(type ‖ public key)`
/// (c2sp.org/signed-note, verifier keys).
public record VerifierKey(String name, SignatureType type, RawPublicKey publicKey) {

  public VerifierKey {
    KeyName.check(name);
    if (type.algorithm() != publicKey.algorithm()) {
      throw new IllegalArgumentException(
          "a key of %s cannot check %s".formatted(publicKey.algorithm(), type));
    }
    if (type == SignatureType.ML_DSA_44_COSIGNATURE
        && name.getBytes(StandardCharsets.UTF_8).length > CosignedMessage.MAX_NAME_BYTES) {
      throw new MalformedException("key name", "longer than the 255 bytes that can be cosigned");
    }
  }

  /// Reads the text form and checks that its key id belongs to its name and key.
  public static VerifierKey parse(String text) {
    // The base64 may hold plus signs of its own.
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3) {
      throw new MalformedException(
          "verifier key", "want name+id+key, got " + CanonicalText.quote(text));
    }
    byte[] key = CanonicalText.base64("verifier key", parts[2]);
    if (key.length == 0) {
      throw new MalformedException("verifier key", "the key is empty");
    }
    var type = SignatureType.of(key[0]);
    byte[] raw = Arrays.copyOfRange(key, 1, key.length);
    var parsed = new VerifierKey(parts[0], type, RawPublicKey.of(type.algorithm(), raw));
    var stated = KeyId.ofHex(parts[1]);
    if (!stated.equals(parsed.id())) {
      throw new MalformedException(
          "verifier key", "states id %s, its id is %s".formatted(stated, parsed.id()));
    }
    return parsed;
  }

  public KeyId id() {
    return KeyId.of(name, type, publicKey);
  }

  public String format() {
    byte[] raw = publicKey.toBytes();
    byte[] typed = new byte[1 + raw.length];
    typed[0] = (byte) type.code();
    System.arraycopy(raw, 0, typed, 1, raw.length);
    return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed);
  }

  @Override
  public String toString() {
    return format();
  }

  /// What a cosignature by this key, on this text, at this time, is a signature of.
  byte[] cosignedMessage(String text, long timestamp) {
    return switch (type) {
      case ED25519 -> throw new IllegalStateException(name + " is no key of a cosigner");
      case ED25519_COSIGNATURE -> CosignedMessage.ed25519(text, timestamp);
      case ML_DSA_44_COSIGNATURE -> CosignedMessage.mlDsa44(name, text, timestamp);
    };
  }

  /// Whether the line says that it is by this key.
  public boolean claims(SignatureLine line) {
    return line.name().equals(name) && line.keyId().equals(id());
  }
}
