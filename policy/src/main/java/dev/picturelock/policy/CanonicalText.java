package dev.picturelock.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// RFC 8785 text of what facts are made of: objects, arrays and strings, nothing else.
final class CanonicalText {
  private final StringBuilder out = new StringBuilder();

  private CanonicalText() {}

  static String of(Object value) {
    var text = new CanonicalText();
    text.append(value);
    return text.out.toString();
  }

  private void append(Object value) {
    switch (value) {
      case String word -> string(word);
      case List<?> list -> array(list);
      case Map<?, ?> map -> object(map);
      default -> throw new IllegalArgumentException("no value of a fact: " + value.getClass());
    }
  }

  private void object(Map<?, ?> map) {
    var sorted = new TreeMap<String, Object>();
    map.forEach((name, value) -> sorted.put((String) name, value));
    var separator = '{';
    for (var member : sorted.entrySet()) {
      out.append(separator);
      string(member.getKey());
      out.append(':');
      append(member.getValue());
      separator = ',';
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private void array(List<?> list) {
    var separator = '[';
    for (var item : list) {
      out.append(separator);
      append(item);
      separator = ',';
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }

  // Control characters never get here: names that hold one are refused at the door.
  private void string(String text) {
    out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
  }
}
