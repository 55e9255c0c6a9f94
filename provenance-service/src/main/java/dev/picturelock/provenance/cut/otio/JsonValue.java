package dev.picturelock.provenance.cut.otio;

import java.util.List;
import java.util.Map;

/// JSON as it was written. Numbers stay text: a time is then exact, and an integer of a thousand
/// digits in somebody's metadata costs nothing.
sealed interface JsonValue {

  /// What a person would call it in "want …, got …".
  String shown();

  record Members(Map<String, JsonValue> values) implements JsonValue {
    @Override
    public String shown() {
      return "an object";
    }
  }

  record Items(List<JsonValue> values) implements JsonValue {
    @Override
    public String shown() {
      return "an array";
    }
  }

  record Text(String value) implements JsonValue {
    @Override
    public String shown() {
      return "'" + shortened(value) + "'";
    }
  }

  record Numeral(String literal) implements JsonValue {
    @Override
    public String shown() {
      return shortened(literal);
    }
  }

  record Truth(boolean value) implements JsonValue {
    @Override
    public String shown() {
      return Boolean.toString(value);
    }
  }

  /// `null`, or a member that is not there: OTIO makes no difference.
  record Nothing() implements JsonValue {
    @Override
    public String shown() {
      return "nothing";
    }
  }

  Nothing NOTHING = new Nothing();

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
