package dev.picturelock.cli.terminal;

/// What a command's end tells a script.
public final class ExitCode {

  /// Everything asked for holds.
  public static final int OK = 0;

  /// The check was made, and something does not hold.
  public static final int NOT_VERIFIED = 1;

  /// Nothing was checked: wrong usage, or an input that cannot be read.
  public static final int UNUSABLE = 2;

  private ExitCode() {}
}
