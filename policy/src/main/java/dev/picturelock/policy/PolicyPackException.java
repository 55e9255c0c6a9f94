package dev.picturelock.policy;

import java.io.Serial;

/// A policy pack cannot be used; the message names the pack and, where there is one, rule and cell.
public final class PolicyPackException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public PolicyPackException(Object pack, String fault) {
    super("policy pack " + pack + ": " + fault);
  }

  public PolicyPackException(Object pack, String fault, Throwable cause) {
    super("policy pack " + pack + ": " + fault, cause);
  }
}
