package dev.picturelock.policy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// RFC 8785 text of what facts are made of: objects, arrays and strings, nothing else.
final class CanonicalText {
  private static final int USUAL_LENGTH = 1024;

  private final StringBuilder out = new StringBuilder(USUAL_LENGTH);

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
      // Made in this package with the natural order of names, which is the order RFC 8785 wants.
      case SortedMap<?, ?> sorted -> object(sorted);
      case Map<?, ?> map -> object(sorted(map));
      default -> throw new IllegalArgumentException("no value of a fact: " + value.getClass());
    }
  }

  private static SortedMap<String, Object> sorted(Map<?, ?> map) {
    var sorted = new TreeMap<String, Object>();
    map.forEach((name, value) -> sorted.put((String) name, value));
    return sorted;
  }

  private void object(SortedMap<?, ?> sorted) {
    var separator = '{';
    for (var member : sorted.entrySet()) {
      out.append(separator);
      string((String) member.getKey());
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

  private void string(String text) {
    boolean plain = text.indexOf('"') < 0 && text.indexOf('\\') < 0;
    out.append('"').append(plain ? text : escaped(text)).append('"');
  }

  // Control characters never get here: names that hold one are refused at the door.
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
