package dev.picturelock.endtoend;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// The id of an event that follows from another by rule alone: UUIDv5 (RFC 9562, 5.5) of the
/// causing id and of a fixed text.
final class DerivedId {

  private DerivedId() {}

  static String of(String cause, String derivation) {
    var space = UUID.fromString(cause);
    var text = derivation.getBytes(StandardCharsets.UTF_8);
    var hashed =
        ByteBuffer.allocate(Long.BYTES * 2 + text.length)
            .putLong(space.getMostSignificantBits())
            .putLong(space.getLeastSignificantBits())
            .put(text);
    var hash = ByteBuffer.wrap(sha1(hashed.array()));
    long high = (hash.getLong() & ~0xF000L) | 0x5000L;
    long low = (hash.getLong() & ~(0xC000L << 48)) | (0x8000L << 48);
    return new UUID(high, low).toString();
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
