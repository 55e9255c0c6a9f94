package dev.picturelock.cli.terminal;

/// An input cannot be read, so that nothing can be checked or decided.
public final class UnusableInputException extends EndedException {

  private static final long serialVersionUID = 1L;

  public UnusableInputException(String reason) {
    super(reason);
  }
}
