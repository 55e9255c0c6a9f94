package dev.picturelock.cli.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.picturelock.cli.terminal.UnusableInputException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// JSON as strangers write it, read strictly, and JSON of ours, written canonically (RFC 8785).
///
/// Two members of one name are an error: two readers could each see another one.
final class JsonDocument {
  /// An event has at most 64 KiB; laid out for reading it is a few times that.
  static final int MAX_BYTES = 1024 * 1024;

  private static final int MAX_DEPTH = 64;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .build();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
  }

  private JsonDocument() {}

  /// The object in the bytes as maps, lists and plain values.
  ///
  /// - **Errors:** [UnusableInputException] with the place for anything that is no such object
  static Map<String, Object> read(String what, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new UnusableInputException(what + " is larger than 1 MiB");
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var value = JSON.readValue(text, Object.class);
      if (value instanceof Map<?, ?>) {
        return JSON.convertValue(value, new TypeReference<Map<String, Object>>() {});
      }
      throw new UnusableInputException(what + " is no JSON object");
    } catch (CharacterCodingException e) {
      throw new UnusableInputException(what + " is not UTF-8");
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      var where = at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new UnusableInputException(
          what + " is not well-formed JSON" + where + ": " + e.getOriginalMessage());
    }
  }

  /// Sorted keys, no blanks.
  static String canonical(Map<String, Object> value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value of our own can always be written", e);
    }
  }
}
