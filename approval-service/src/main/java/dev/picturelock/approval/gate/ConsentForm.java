package dev.picturelock.approval.gate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// How a consent was given.
public enum ConsentForm {
  @JsonProperty("separate_signed")
  SEPARATE_SIGNED,
  @JsonProperty("initialled_clause")
  INITIALLED_CLAUSE,
  @JsonProperty("standard_terms")
  STANDARD_TERMS,
  @JsonProperty("verbal")
  VERBAL,
  /// nothing is known that would prove it, so it counts as not written
  @JsonProperty("other")
  OTHER;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isWritten() {
    return switch (this) {
      case SEPARATE_SIGNED, INITIALLED_CLAUSE, STANDARD_TERMS -> true;
      case VERBAL, OTHER -> false;
    };
  }

  boolean isConspicuous() {
    return this == SEPARATE_SIGNED || this == INITIALLED_CLAUSE;
  }

  @Override
  public String toString() {
    return wireName();
  }
}
