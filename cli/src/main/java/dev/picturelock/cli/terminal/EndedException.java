package dev.picturelock.cli.terminal;

/// A command can do no more, for a reason that a person can do something about.
public abstract class EndedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  protected EndedException(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
