package dev.picturelock.contracts.facts;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One thing wrong with a set of facts: where, what was seen, and what would have been right.
///
/// - **pointer:** RFC 6901, starting with the prefix the validator was given
/// - **value:** the offending value as text, cut to a readable length; null where nothing was there
/// - **allowed:** the closed list the value was compared with; empty where there is no such list
public record FactsError(
    String pointer, String detail, @Nullable String value, List<String> allowed) {
  public FactsError {
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(detail, "detail");
    allowed = List.copyOf(allowed);
  }
}
