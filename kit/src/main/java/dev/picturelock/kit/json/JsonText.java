package dev.picturelock.kit.json;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/// Refuses escapes that are well-formed JSON but no text: NUL, which PostgreSQL cannot keep, and
/// half a surrogate pair, which has no UTF-8 form and could not be hashed or signed.
public final class JsonText {
  private static final int ESCAPE = 6;

  private JsonText() {}

  /// - **Errors:** [ProblemException] MALFORMED_BODY; what is broken in other ways is left to the
  ///   parser
  public static void check(byte[] json) {
    requireUtf8(json);
    int at = 0;
    while (at < json.length) {
      if (json[at] == 0) {
        // UTF-16 and UTF-32 too, which the parser would otherwise recognise by their NULs
        throw broken(json, at, "NUL is no text");
      } else if (json[at] != '\\') {
        at++;
      } else if (isText(json, at)) {
        at += isHigh(json, at) ? 2 * ESCAPE : 2;
      } else {
        throw broken(json, at, "NUL and single surrogates are no text");
      }
    }
  }

  /// The parser takes overlong forms and coded surrogates; a strict decoder does not.
  private static void requireUtf8(byte[] json) {
    var bytes = ByteBuffer.wrap(json);
    var result =
        StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(json.length), true);
    if (result.isError()) {
      throw broken(json, bytes.position(), "not UTF-8");
    }
  }

  private static ProblemException broken(byte[] json, int at, String why) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < at; i++) {
      if (json[i] == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new ProblemException(
        ProblemType.MALFORMED_BODY,
        "not well-formed JSON at line %d, column %d: %s".formatted(line, column, why));
  }

  private static boolean isText(byte[] json, int at) {
    int unit = escape(json, at);
    if (isHigh(json, at)) {
      int low = escape(json, at + ESCAPE);
      return low > 0 && Character.isLowSurrogate((char) low);
    }
    return unit != 0 && (unit < 0 || !Character.isLowSurrogate((char) unit));
  }

  private static boolean isHigh(byte[] json, int at) {
    int unit = escape(json, at);
    return unit > 0 && Character.isHighSurrogate((char) unit);
  }

  /// The code unit of the escape that begins at `at`, or -1 when none does.
  private static int escape(byte[] json, int at) {
    if (at + ESCAPE > json.length || json[at] != '\\' || json[at + 1] != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = at + 2; i < at + ESCAPE; i++) {
      int digit = Character.digit(json[i], 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }
}
