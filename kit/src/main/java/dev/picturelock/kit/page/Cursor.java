package dev.picturelock.kit.page;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The key a page continues after, opaque to callers.
public final class Cursor {
  private Cursor() {}

  static String encode(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /// The key of a cursor; the empty text, which every key follows, when there is none.
  ///
  /// - **Errors:** [ProblemException] INVALID_PARAMETER when no answer of ours held this cursor
  public static String decode(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return "";
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(cursor);
      var key = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (key.indexOf('\0') < 0) {
        return key;
      }
    } catch (IllegalArgumentException | CharacterCodingException notOurs) {
      // answered below
    }
    throw new ProblemException(
        ProblemType.INVALID_PARAMETER, "cursor: take it unchanged from 'next' of the page before");
  }
}
