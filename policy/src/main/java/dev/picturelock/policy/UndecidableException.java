package dev.picturelock.policy;

import java.io.Serial;

/// A pack cannot decide these facts, now or ever; every other set of facts is still decided.
public final class UndecidableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  public UndecidableException(String pack, String reason) {
    super("policy pack " + pack + " cannot decide these facts: " + reason);
    this.reason = reason;
  }

  public UndecidableException(String pack, String reason, Throwable cause) {
    super("policy pack " + pack + " cannot decide these facts: " + reason, cause);
    this.reason = reason;
  }

  /// What the message says, without the name of the pack.
  public String reason() {
    return reason;
  }
}
