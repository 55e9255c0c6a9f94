package dev.picturelock.kit.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.picturelock.contracts.text.Shown;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads request bodies strictly; what is wrong comes back as a problem that names what and where.
public final class JsonBody {
  /// Reads one value out of many, so others may follow.
  private static final ObjectReader ITEM =
      JsonPolicy.strict().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonBody() {}

  public static <T> T read(byte[] body, Class<T> type) {
    return type.cast(read(body, (Type) type));
  }

  public static Object read(byte[] body, Type type) {
    if (body.length == 0) {
      throw malformed("the body is empty; a JSON object is expected");
    }
    JsonText.check(body);
    try {
      var value = JsonPolicy.strict().readValue(body, JsonPolicy.strict().constructType(type));
      return requireObject(value);
    } catch (IOException broken) {
      throw problem(broken, () -> treeOrNull(body));
    }
  }

  /// Reads an already parsed part of a body, for batches.
  public static <T> T read(JsonNode node, Class<T> type) {
    try {
      JavaType javaType = JsonPolicy.strict().constructType(type);
      T value = JsonPolicy.strict().readValue(JsonPolicy.strict().treeAsTokens(node), javaType);
      return type.cast(requireObject(value));
    } catch (IOException broken) {
      throw problem(broken, () -> node);
    }
  }

  public static JsonNode tree(byte[] body) {
    JsonText.check(body);
    try {
      return JsonPolicy.strict().readTree(body);
    } catch (IOException broken) {
      throw problem(broken);
    }
  }

  /// The items of an array: how many there are, and the first of them.
  public record Items(int count, List<JsonNode> read) {}

  /// Keeps at most `atMost` items, so that a body of very many small ones fills no memory.
  ///
  /// - **want** what is said of a body that is no array
  public static Items items(byte[] body, int atMost, String want) {
    JsonText.check(body);
    try (var parser = JsonPolicy.strict().createParser(body)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new ProblemException(
            ProblemType.INVALID_BODY, want, new FieldError("", want, null, List.of()));
      }
      var read = new ArrayList<JsonNode>();
      int count = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (++count <= atMost) {
          read.add(ITEM.readTree(parser));
        } else {
          parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        throw malformed("not well-formed JSON: something follows the end of the array");
      }
      return new Items(count, read);
    } catch (IOException broken) {
      throw problem(broken);
    }
  }

  private static Object requireObject(@Nullable Object value) {
    if (value == null) {
      throw malformed("the body is null; a JSON object is expected");
    }
    return value;
  }

  /// The pointer is that of the whole: where there is no JSON, nothing in it can be named.
  private static ProblemException malformed(String detail) {
    return new ProblemException(
        ProblemType.MALFORMED_BODY, detail, new FieldError("", detail, null, List.of()));
  }

  private static @Nullable JsonNode treeOrNull(byte[] body) {
    try {
      return JsonPolicy.strict().readTree(body);
    } catch (IOException broken) {
      return null;
    }
  }

  /// The problem document of anything Jackson refuses.
  public static ProblemException problem(IOException broken) {
    return problem(broken, () -> null);
  }

  private static ProblemException problem(IOException broken, Supplier<@Nullable JsonNode> whole) {
    return switch (broken) {
      case UnrecognizedPropertyException unknown -> unknownField(unknown);
      case JsonMappingException mapping -> invalid(mapping, whole);
      case JsonProcessingException malformed ->
          malformed(
              "not well-formed JSON"
                  + where(malformed)
                  + ": "
                  + firstLine(malformed.getOriginalMessage()));
      default ->
          new ProblemException(ProblemType.MALFORMED_BODY, "the body could not be read to its end");
    };
  }

  private static ProblemException unknownField(UnrecognizedPropertyException unknown) {
    var known = unknown.getKnownPropertyIds();
    List<String> allowed =
        known == null
            ? List.of()
            : List.copyOf(new TreeSet<>(known.stream().map(Object::toString).toList()));
    var name = Shown.of(unknown.getPropertyName());
    return new ProblemException(
        ProblemType.INVALID_BODY,
        "unknown field '" + name + "'",
        new FieldError(pointer(unknown), "unknown field", name, allowed));
  }

  private static ProblemException invalid(
      JsonMappingException mapping, Supplier<@Nullable JsonNode> whole) {
    if (mapping.getCause() instanceof JsonProcessingException inner
        && !(inner instanceof JsonMappingException)
        && !(inner instanceof InputCoercionException)) {
      return problem(inner, whole);
    }
    var pointer = pointer(mapping);
    var at = pointer.isEmpty() ? "the body" : pointer;
    if (mapping instanceof InvalidFormatException format) {
      var target = format.getTargetType();
      List<String> allowed =
          target != null && target.isEnum()
              ? Arrays.stream(target.getEnumConstants()).map(Object::toString).toList()
              : List.of();
      var detail = "want " + nameOf(target);
      var seen = Seen.in(format);
      return new ProblemException(
          ProblemType.INVALID_BODY,
          at + ": " + detail + ", got '" + seen + "'",
          new FieldError(pointer, detail, seen, allowed));
    }
    var detail = explain(mapping);
    return new ProblemException(
        ProblemType.INVALID_BODY,
        at + ": " + detail,
        new FieldError(pointer, detail, Seen.at(whole.get(), pointer, mapping), List.of()));
  }

  private static String explain(JsonMappingException mapping) {
    var message = firstLine(mapping.getOriginalMessage());
    if (message.startsWith("Missing required creator property")) {
      return "required field is missing: " + message.replaceAll("^[^']*'([^']*)'.*$", "$1");
    }
    if (message.startsWith("Invalid `null` value")) {
      return "must not be null";
    }
    if (mapping instanceof MismatchedInputException mismatch) {
      return "wrong type, want " + nameOf(mismatch.getTargetType());
    }
    if (mapping.getCause() instanceof InputCoercionException) {
      return "the number is out of range";
    }
    if (mapping.getCause() instanceof IllegalArgumentException own) {
      return firstLine(String.valueOf(own.getMessage()));
    }
    return "not acceptable";
  }

  private static String nameOf(@Nullable Class<?> target) {
    if (target == null) {
      return "another type";
    }
    if (target.isEnum()) {
      return "one of " + Arrays.toString(target.getEnumConstants());
    }
    return switch (target.getSimpleName()) {
      case "String" -> "a string";
      case "Integer", "int", "Long", "long" -> "a whole number";
      case "Boolean", "boolean" -> "true or false";
      case "Instant" -> "a time such as 2026-11-22T10:00:00Z";
      case "LocalDate" -> "a day such as 2026-11-22";
      case "UUID" -> "a UUID";
      case "List", "Set", "ArrayList" -> "an array";
      default -> "an object";
    };
  }

  private static String pointer(JsonMappingException mapping) {
    var pointer = new StringBuilder();
    for (var step : mapping.getPath()) {
      pointer.append('/');
      if (step.getFieldName() == null) {
        pointer.append(step.getIndex());
      } else {
        pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }

  private static String where(JacksonException broken) {
    var location = broken.getLocation();
    return location == null
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    var line = end < 0 ? text : text.substring(0, end);
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }
}
