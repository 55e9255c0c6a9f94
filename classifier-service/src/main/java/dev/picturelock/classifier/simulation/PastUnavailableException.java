package dev.picturelock.classifier.simulation;

import java.io.Serial;

/// The past cannot be read at the moment; nothing is wrong with the question.
public final class PastUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public PastUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  public PastUnavailableException(String message) {
    super(message);
  }
}
