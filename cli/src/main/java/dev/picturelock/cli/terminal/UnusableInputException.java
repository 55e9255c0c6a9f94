package dev.picturelock.cli.terminal;

/// An input cannot be read, so that nothing can be checked or decided.
public final class UnusableInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  public UnusableInputException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /// What a person can do something about.
  public String reason() {
    return reason;
  }
}
