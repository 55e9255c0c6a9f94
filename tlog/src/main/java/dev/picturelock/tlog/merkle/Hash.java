package dev.picturelock.tlog.merkle;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// A SHA-256 hash: always 32 bytes, never changed by anybody who holds it.
///
/// The type rules out the empty "hash" with which a verifier over bare arrays can be talked into
/// accepting an empty leaf under an empty root.
public final class Hash {

  public static final int BYTES = 32;

  /// Root of the tree without leaves: SHA-256 of nothing (RFC 6962 section 2.1).
  public static final Hash EMPTY_ROOT = new Hash(sha256().digest());

  private static final byte LEAF_PREFIX = 0;
  private static final byte NODE_PREFIX = 1;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new MalformedException("hash", "want 32 bytes, got " + bytes.length);
    }
    this.bytes = bytes;
  }

  public static Hash of(byte[] bytes) {
    return new Hash(bytes.clone());
  }

  /// Reads 64 lower-case hexadecimal digits.
  public static Hash ofHex(String hex) {
    if (hex.length() != 2 * BYTES
        || !hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
      throw new MalformedException(
          "hash", "want 64 lower-case hex digits, got " + CanonicalText.quote(hex));
    }
    return new Hash(HexFormat.of().parseHex(hex));
  }

  /// Reads canonical base64 of 32 bytes.
  public static Hash ofBase64(String base64) {
    return new Hash(CanonicalText.base64("hash", base64));
  }

  /// Leaf hash of an entry: SHA-256(0x00 ‖ entry), RFC 6962 section 2.1.
  public static Hash leaf(byte[] entry) {
    var digest = sha256();
    digest.update(LEAF_PREFIX);
    return new Hash(digest.digest(entry));
  }

  /// Hash of an inner node: SHA-256(0x01 ‖ left ‖ right), RFC 6962 section 2.1.
  public static Hash node(Hash left, Hash right) {
    var digest = sha256();
    digest.update(NODE_PREFIX);
    digest.update(left.bytes);
    return new Hash(digest.digest(right.bytes));
  }

  /// The first `count` hashes of bytes that are hashes laid end to end.
  public static List<Hash> listOf(byte[] concatenated, int count) {
    // Copying past the end would fill up with zeros, and those would pass for a hash.
    if (count < 0 || count > concatenated.length / BYTES) {
      throw new MalformedException(
          "hashes", "want %d of 32 bytes in %d bytes".formatted(count, concatenated.length));
    }
    var hashes = new Hash[count];
    for (int i = 0; i < count; i++) {
      hashes[i] = new Hash(Arrays.copyOfRange(concatenated, i * BYTES, (i + 1) * BYTES));
    }
    return List.of(hashes);
  }

  /// Hashes laid end to end.
  public static byte[] concatenate(List<Hash> hashes) {
    var buffer = ByteBuffer.allocate(hashes.size() * BYTES);
    hashes.forEach(hash -> buffer.put(hash.bytes));
    return buffer.array();
  }

  public byte[] toBytes() {
    return bytes.clone();
  }

  public String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  public String toBase64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return toHex();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
