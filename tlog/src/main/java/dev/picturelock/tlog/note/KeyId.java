package dev.picturelock.tlog.note;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The four bytes by which a signature line points at a key; a hint, not proof of anything.
public record KeyId(int value) {

  static final int BYTES = 4;

  private static final int HEX_DIGITS = 2 * BYTES;

  /// First four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key), c2sp.org/signed-note.
  public static KeyId of(String name, SignatureType type, RawPublicKey publicKey) {
    var preimage = new ByteArrayOutputStream();
    preimage.writeBytes(name.getBytes(StandardCharsets.UTF_8));
    preimage.write('\n');
    preimage.write(type.code());
    preimage.writeBytes(publicKey.toBytes());
    return new KeyId(ByteBuffer.wrap(sha256(preimage.toByteArray())).getInt());
  }

  /// Reads eight lower-case hexadecimal digits.
  public static KeyId ofHex(String hex) {
    if (hex.length() != HEX_DIGITS
        || !hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
      throw new MalformedException(
          "key id", "want 8 lower-case hex digits, got " + CanonicalText.quote(hex));
    }
    return new KeyId(HexFormat.fromHexDigits(hex));
  }

  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(value);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
