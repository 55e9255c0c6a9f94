package dev.picturelock.provenance.cut.otio;

import dev.picturelock.provenance.cut.BrokenTimelineException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A JSON value and where it stands, so that every complaint can say so.
record At(@Nullable At parent, String key, JsonValue value) {

  /// No name or location comes near it; metadata may be longer.
  private static final int LONGEST_TEXT = 4_096;

  static At root(JsonValue value) {
    return new At(null, "", value);
  }

  String pointer() {
    return parent == null ? "" : parent.pointer() + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  At member(String name) {
    var members =
        value instanceof JsonValue.Members(var values) ? values : Map.<String, JsonValue>of();
    return new At(this, name, members.getOrDefault(name, JsonValue.NOTHING));
  }

  boolean isThere() {
    return !(value instanceof JsonValue.Nothing);
  }

  Optional<At> ifThere() {
    return isThere() ? Optional.of(this) : Optional.empty();
  }

  boolean isObject() {
    return value instanceof JsonValue.Members;
  }

  At object() {
    if (!isObject()) {
      throw want("an object");
    }
    return this;
  }

  List<At> items() {
    if (!(value instanceof JsonValue.Items(var values))) {
      throw want("an array");
    }
    var items = new ArrayList<At>(values.size());
    for (int i = 0; i < values.size(); i++) {
      items.add(new At(this, Integer.toString(i), values.get(i)));
    }
    return items;
  }

  /// The text, or nothing where there is none. OTIO writes null for a name nobody gave.
  String textOr(String otherwise) {
    return switch (value) {
      case JsonValue.Text(var text) when isStorable(text) -> text;
      case JsonValue.Text _ ->
          throw want("at most %d Unicode characters other than U+0000".formatted(LONGEST_TEXT));
      case JsonValue.Nothing _ -> otherwise;
      case JsonValue.Members _, JsonValue.Items _, JsonValue.Numeral _, JsonValue.Truth _ ->
          throw want("a text");
    };
  }

  boolean truthOr(boolean otherwise) {
    return switch (value) {
      case JsonValue.Truth(var truth) -> truth;
      case JsonValue.Nothing _ -> otherwise;
      case JsonValue.Members _, JsonValue.Items _, JsonValue.Numeral _, JsonValue.Text _ ->
          throw want("true or false");
    };
  }

  /// JSON may hold half a character and a NUL; databases and canonical JSON hold neither.
  static boolean isStorable(String text) {
    return text.length() <= LONGEST_TEXT
        && text.indexOf('\0') < 0
        && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  BrokenTimelineException want(String what) {
    return broken("want " + what + ", got " + value.shown());
  }

  BrokenTimelineException broken(String detail) {
    return new BrokenTimelineException(pointer(), detail);
  }
}
