package dev.picturelock.intake.asset.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/// What the attributes of a CloudEvent may be.
final class AttributeValues {
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,500}");
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})",
          Pattern.CASE_INSENSITIVE);

  private AttributeValues() {}

  /// The value itself, or the kind of what holds others.
  static String kind(JsonNode value) {
    var type = value.getNodeType();
    return switch (type) {
      case STRING, NUMBER, BOOLEAN -> value.asText();
      case ARRAY -> "an array";
      case OBJECT, POJO -> "an object";
      case BINARY, MISSING, NULL -> type == JsonNodeType.NULL ? "null" : "nothing";
    };
  }

  /// A URI reference of 1 to 500 visible characters.
  static boolean isReference(String value) {
    try {
      return VISIBLE.matcher(value).matches() && !new URI(value).toString().isEmpty();
    } catch (URISyntaxException notOne) {
      return false;
    }
  }

  /// A time of RFC 3339, which wants seconds; Java alone would not.
  static boolean isTime(String value) {
    try {
      return TIME.matcher(value).matches() && OffsetDateTime.parse(value).getYear() > 0;
    } catch (DateTimeParseException notOne) {
      return false;
    }
  }
}
