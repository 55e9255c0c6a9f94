package dev.picturelock.cli.verify;

/// An input cannot be read, so that nothing can be checked.
final class UnusableInputException extends RuntimeException {

  private final String reason;

  UnusableInputException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
