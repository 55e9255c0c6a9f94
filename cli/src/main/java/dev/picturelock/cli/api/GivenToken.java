package dev.picturelock.cli.api;

import dev.picturelock.cli.terminal.UnusableInputException;

/// A token that somebody else got. Blanks and line ends around it, as a file has them, are no part
/// of it.
record GivenToken(String token) implements Login {

  /// - **Errors:** [UnusableInputException], which does not show it
  GivenToken {
    token = token.strip();
    if (!Login.isToken(token)) {
      throw new UnusableInputException(
          "the token is none: it is empty, or has blanks, line ends or other characters that no"
              + " token has");
    }
  }

  @Override
  public boolean renew() {
    return false;
  }

  @Override
  public String advice() {
    return "the token may have ended; get a new one, or log in with --user";
  }

  @Override
  public String toString() {
    return "GivenToken[***]";
  }
}
