package dev.picturelock.tlog;

/// Input is not in the one form its specification allows; the message names the part and what was
/// seen.
public final class MalformedException extends RuntimeException {

  private final String part;
  private final String problem;

  public MalformedException(String part, String problem) {
    super(part + ": " + problem);
    this.part = part;
    this.problem = problem;
  }

  /// Which part of the input is wrong, such as `tree size`.
  public String part() {
    return part;
  }

  /// Part and problem in one sentence, the same as the message.
  public String reason() {
    return part + ": " + problem;
  }
}
