package dev.picturelock.kit.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals bytes under one key: AES-256-GCM with a fresh nonce, which goes before the ciphertext.
///
/// A text binds what is sealed to its place; it is not part of it, and without the same text again
/// nothing opens.
public final class Box {
  static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final RandomGenerator random;

  Box(SecretKey key, RandomGenerator random) {
    this.key = key;
    this.random = random;
  }

  /// - **key** 32 bytes
  public static Box of(byte[] key, RandomGenerator random) {
    return new Box(new SecretKeySpec(key, "AES"), random);
  }

  public byte[] seal(byte[] clear, String binding) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, binding);
      var sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(clear.length));
      int _ = cipher.doFinal(clear, 0, clear.length, sealed, NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-256-GCM is part of Java", impossible);
    }
  }

  /// Empty when it was sealed under another key or for another place, or was tampered with.
  public Optional<byte[]> open(byte[] sealed, String binding) {
    if (sealed.length < NONCE_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), binding)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (GeneralSecurityException refused) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String binding) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(binding.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
