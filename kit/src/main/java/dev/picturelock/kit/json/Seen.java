package dev.picturelock.kit.json;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.picturelock.contracts.text.Shown;
import java.time.temporal.Temporal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stood where something else belongs. Of what should have been text, a list or an object only
/// the kind is told: prompts and names of people are such.
final class Seen {
  private Seen() {}

  /// Null where nothing stood.
  static @Nullable String at(
      @Nullable JsonNode whole, String pointer, JsonMappingException mapping) {
    var node = whole == null ? null : whole.at(pointer);
    if (node == null || node.isMissingNode()) {
      return null;
    }
    return switch (node.getNodeType()) {
      case NULL -> "null";
      case ARRAY -> "an array";
      case OBJECT, POJO -> "an object";
      case NUMBER -> wantsPlain(mapping) ? Shown.of(node.asText()) : "a number";
      case BOOLEAN -> wantsPlain(mapping) ? node.asText() : "true or false";
      case STRING, BINARY -> wantsPlain(mapping) ? Shown.of(node.asText()) : "a string";
      case MISSING -> null;
    };
  }

  /// The value that has the wrong form, or its kind.
  static String in(InvalidFormatException format) {
    return wantsPlain(format) ? Shown.of(String.valueOf(format.getValue())) : kind(format);
  }

  private static String kind(InvalidFormatException format) {
    return switch (format.getValue()) {
      case Number _ -> "a number";
      case Boolean _ -> "true or false";
      case CharSequence _ -> "a string";
      case null, default -> "another type";
    };
  }

  private static boolean wantsPlain(JsonMappingException mapping) {
    if (mapping.getCause() instanceof InputCoercionException) {
      return true;
    }
    var target =
        mapping instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    return target != null
        && (target.isPrimitive()
            || target.isEnum()
            || Number.class.isAssignableFrom(target)
            || Temporal.class.isAssignableFrom(target)
            || target == Boolean.class
            || target == UUID.class);
  }
}
