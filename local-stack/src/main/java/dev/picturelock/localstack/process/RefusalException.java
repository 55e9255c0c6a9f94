package dev.picturelock.localstack.process;

/// A process runs and says itself that it will not do its work before a person has done something.
public final class RefusalException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  RefusalException(String part, String reason) {
    super("%s refuses to work: %s".formatted(part, reason));
  }
}
