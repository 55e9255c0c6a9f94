package dev.picturelock.provenance.cut.otio;

/// Makes `Inf` readable, which some OTIO writers put where JSON has no number at all.
final class BareInfinity {

  private BareInfinity() {}

  /// The same text with every `Inf` outside a string replaced by `NaN`. Neither is a usable time,
  /// and equal length keeps lines and columns true. The array is copied only if there is something
  /// to replace.
  static byte[] replaced(byte[] json) {
    var result = json;
    boolean copied = false;
    boolean inString = false;
    for (int i = 0; i < json.length; i++) {
      if (inString && json[i] == '\\') {
        i++;
      } else if (json[i] == '"') {
        inString = !inString;
      } else if (!inString && json[i] == 'I' && isBareInf(json, i)) {
        result = copied ? result : json.clone();
        copied = true;
        var sign = i > 0 && (json[i - 1] == '-' || json[i - 1] == '+');
        if (sign) {
          result[i - 1] = ' ';
        }
        result[i] = 'N';
        result[i + 1] = 'a';
        result[i + 2] = 'N';
      }
    }
    return result;
  }

  private static boolean isBareInf(byte[] json, int at) {
    return at + 2 < json.length
        && json[at + 1] == 'n'
        && json[at + 2] == 'f'
        && (at + 3 == json.length || !Character.isLetter(json[at + 3]));
  }
}
