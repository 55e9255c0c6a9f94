package dev.picturelock.cli.api;

/// Who asks.
sealed interface Login permits GivenToken, PasswordLogin {

  /// Whether a header can carry it. Whoever refuses a header quotes it, so this is asked before.
  static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '!' && c <= '~');
  }

  /// An access token that should be good.
  String token();

  /// Called when the token was refused; true if there is another one to try.
  boolean renew();

  /// What to do when nothing helps.
  String advice();
}
