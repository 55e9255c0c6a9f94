package dev.picturelock.cli.terminal;

/// Text of strangers, made fit to print.
public final class SafeText {

  private SafeText() {}

  /// The text with a question mark for each character that could steer a terminal or hide others.
  public static String of(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
