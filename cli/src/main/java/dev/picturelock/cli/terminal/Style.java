package dev.picturelock.cli.terminal;

/// Colours for a person at a terminal; the script that starts us knows whether there is one.
public enum Style {
  BOLD("1"),
  FAINT("2"),
  RED("31"),
  GREEN("32"),
  YELLOW("33");

  /// Set by `./picturelock` for a terminal of somebody who has not declined colours (`NO_COLOR`).
  private static final String WANTED = "picturelock.colour";

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /// The text in this style, or as it is where nobody would see it.
  public String of(String text) {
    return Boolean.getBoolean(WANTED) ? "\033[" + code + "m" + text + "\033[0m" : text;
  }
}
