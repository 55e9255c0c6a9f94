package dev.picturelock.tlog.note;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;

/// The rule for key names, c2sp.org/signed-note: not empty, no Unicode space, no plus sign.
final class KeyName {

  private static final int NEXT_LINE = 0x85;

  private KeyName() {}

  static String check(String name) {
    if (name.isEmpty()) {
      throw new MalformedException("key name", "empty");
    }
    if (!CanonicalText.isUnicode(name)) {
      throw new MalformedException("key name", "not Unicode: " + CanonicalText.quote(name));
    }
    if (name.codePoints().anyMatch(c -> c == '+' || isSpace(c))) {
      throw new MalformedException("key name", "blank or '+' in " + CanonicalText.quote(name));
    }
    return name;
  }

  // White_Space of Unicode is what these two say, with the no-break spaces of the one, the control
  // characters of the other, and U+0085, which neither knows.
  private static boolean isSpace(int c) {
    return c < ' ' || c == NEXT_LINE || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
