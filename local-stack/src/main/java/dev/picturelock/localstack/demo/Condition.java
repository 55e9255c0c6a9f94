package dev.picturelock.localstack.demo;

import java.util.Optional;
import java.util.function.Function;

/// Something that has to hold: `<name> = <value>` or `<name> is unknown`.
///
/// - **value** empty: the name must be unknown
record Condition(String name, Optional<String> value) {

  private static final String UNKNOWN = " is unknown";
  private static final String EQUALS = " = ";

  static Condition parse(String text) {
    if (text.endsWith(UNKNOWN)) {
      return new Condition(
          text.substring(0, text.length() - UNKNOWN.length()).strip(), Optional.empty());
    }
    int at = text.indexOf(EQUALS);
    if (at < 0) {
      throw new IllegalArgumentException(
          "want '<name> = <value>' or '<name> is unknown', got '" + text + "'");
    }
    return new Condition(
        text.substring(0, at).strip(), Optional.of(text.substring(at + EQUALS.length()).strip()));
  }

  boolean holds(Function<String, Optional<String>> known) {
    return known.apply(name).equals(value);
  }

  @Override
  public String toString() {
    return value.map(wanted -> name + EQUALS + wanted).orElse(name + UNKNOWN);
  }
}
