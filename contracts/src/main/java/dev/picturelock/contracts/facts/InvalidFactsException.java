package dev.picturelock.contracts.facts;

import java.util.List;
import java.util.stream.Collectors;

/// Facts were given that are not facts; carries every error that was found.
public final class InvalidFactsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FactsError> errors;

  InvalidFactsException(List<FactsError> errors) {
    super(
        errors.stream()
            .map(error -> error.pointer() + ": " + error.detail())
            .collect(Collectors.joining("; ")));
    this.errors = List.copyOf(errors);
  }

  /// Everything that is wrong, never empty.
  public List<FactsError> errors() {
    return errors;
  }
}
