package dev.picturelock.tlog.anchor;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// SHA-256 as an entry of the log of logs writes it: base64url without padding, 43 characters.
final class Digest32 {

  static final int CHARACTERS = 43;

  private static final int BYTES = 32;

  private Digest32() {}

  static String of(byte[]... parts) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        sha256.update(part);
      }
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// What nobody can tell from the digest of something.
  static String random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Gives the text back if it is the one spelling of 32 bytes.
  static String check(String part, String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(part, "not base64url: " + CanonicalText.quote(text));
    }
    if (text.length() != CHARACTERS
        || !Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
      throw new MalformedException(
          part, "want 32 bytes in canonical base64url, got " + CanonicalText.quote(text));
    }
    return text;
  }
}
