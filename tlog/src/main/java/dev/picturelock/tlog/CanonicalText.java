package dev.picturelock.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Text forms that have exactly one spelling per value; every other spelling is refused.
///
/// Two spellings of one value would let a receipt be altered without its verification noticing.
public final class CanonicalText {

  private static final int QUOTED = 40;

  private CanonicalText() {}

  /// A decimal from 0 to 2^63-1 without sign, blanks or leading zeros.
  public static long decimal(String part, String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new MalformedException(part, "want a decimal number, got " + quote(text));
    }
    if (text.length() > 1 && text.charAt(0) == '0') {
      throw new MalformedException(part, "leading zero in " + quote(text));
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new MalformedException(part, "too large: " + quote(text));
    }
  }

  /// Standard padded base64 (RFC 4648 section 4) whose unused trailing bits are zero.
  public static byte[] base64(String part, String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(part, "not base64: " + quote(text));
    }
    // The JDK's decoder forgives missing padding and stray trailing bits; the encoder has one
    // answer.
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw new MalformedException(part, "base64 is not in its canonical form: " + quote(text));
    }
    return bytes;
  }

  /// Well-formed UTF-8.
  public static String utf8(String part, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException(part, "not UTF-8");
    }
  }

  /// A line that is not empty, without its line end: Unicode without control characters.
  public static String line(String part, String line) {
    if (line.isEmpty()) {
      throw new MalformedException(part, "empty");
    }
    if (line.chars().anyMatch(c -> c < ' ')) {
      throw new MalformedException(part, "control character in " + quote(line));
    }
    if (!isUnicode(line)) {
      throw new MalformedException(part, "not Unicode: " + quote(line));
    }
    return line;
  }

  /// Whether the text has no half of a surrogate pair by itself, so that UTF-8 can hold it.
  public static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /// The text in quotation marks, cut to a length that fits an error message.
  public static String quote(String text) {
    return text.length() <= QUOTED ? "'" + text + "'" : "'" + text.substring(0, QUOTED) + "…'";
  }
}
