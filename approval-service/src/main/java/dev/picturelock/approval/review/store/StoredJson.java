package dev.picturelock.approval.review.store;

import dev.picturelock.kit.json.JsonPolicy;
import java.io.IOException;
import java.util.List;

/// JSON in columns that are only ever read whole.
final class StoredJson {
  private StoredJson() {}

  static String write(Object value) {
    try {
      return JsonPolicy.tolerant().writeValueAsString(value);
    } catch (IOException impossible) {
      throw new IllegalStateException("a record of our own can be written", impossible);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return JsonPolicy.tolerant().readValue(json, type);
    } catch (IOException broken) {
      throw new IllegalStateException("a stored " + type.getSimpleName() + " is broken", broken);
    }
  }

  static <T> List<T> readAll(String json, Class<T> type) {
    var list = JsonPolicy.tolerant().getTypeFactory().constructCollectionType(List.class, type);
    try {
      return JsonPolicy.tolerant().readValue(json, list);
    } catch (IOException broken) {
      throw new IllegalStateException("a stored " + type.getSimpleName() + " is broken", broken);
    }
  }
}
