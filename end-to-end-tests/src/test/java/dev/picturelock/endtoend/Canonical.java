package dev.picturelock.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.UncheckedIOException;

/// The RFC 8785 text of JSON that holds no numbers: members sorted by their names, no blanks.
final class Canonical {

  private static final ObjectMapper SORTING =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private Canonical() {}

  static String text(JsonNode json) {
    try {
      return SORTING.writeValueAsString(SORTING.treeToValue(json, Object.class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
