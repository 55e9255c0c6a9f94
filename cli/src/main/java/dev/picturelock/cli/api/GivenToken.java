package dev.picturelock.cli.api;

/// A token that somebody else got.
record GivenToken(String token) implements Login {

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
