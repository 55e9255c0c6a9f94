package dev.picturelock.cli.api;

/// Who asks.
sealed interface Login permits GivenToken, PasswordLogin {

  /// An access token that should be good.
  String token();

  /// Called when the token was refused; true if there is another one to try.
  boolean renew();

  /// What to do when nothing helps.
  String advice();
}
