package dev.picturelock.cli.api;

/// A server did not answer, or answered that it cannot now: later it may.
public final class OutageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  OutageException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /// What a person can do something about.
  public String reason() {
    return reason;
  }
}
