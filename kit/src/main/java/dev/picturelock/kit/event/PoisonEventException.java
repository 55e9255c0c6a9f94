package dev.picturelock.kit.event;

/// An event that can never succeed: unparsable, of an unknown kind, or against a rule. It becomes a
/// dead letter. Anything else that goes wrong stops the channel instead.
public class PoisonEventException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public PoisonEventException(String reason) {
    super(reason);
  }

  public PoisonEventException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
