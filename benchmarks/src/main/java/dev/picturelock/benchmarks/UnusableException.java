package dev.picturelock.benchmarks;

/// Nothing can be measured, for a reason that a person can do something about: there is no stack,
/// or it does not take what every stack takes.
public final class UnusableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnusableException(String message) {
    super(message);
  }
}
