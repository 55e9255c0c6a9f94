package dev.picturelock.contracts.event;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a record says its JSON must look like.
final class SchemaShape {
  private SchemaShape() {}

  static Set<String> names(Class<?> type) {
    return components(type, false);
  }

  /// What is neither `@Nullable` nor a collection or map (absence means empty there).
  static Set<String> required(Class<?> type) {
    return components(type, true);
  }

  static String nameOf(RecordComponent component) {
    var property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property == null ? component.getName() : property.value();
  }

  /// `string`, `string/uuid`, `integer`, `array of …`, `object` or the `$ref` of a shared shape.
  static String kindOf(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == Map.class
          ? "object"
          : "array of " + kindOf(generic.getActualTypeArguments()[0]);
    }
    return switch (type) {
      case Class<?> text when text == String.class || text.isEnum() -> "string";
      case Class<?> id when id == UUID.class -> "string/uuid";
      case Class<?> time when time == Instant.class -> "string/date-time";
      case Class<?> day when day == LocalDate.class -> "string/date";
      case Class<?> number
          when number == int.class || number == long.class || number == Long.class ->
          "integer";
      case Class<?> shape when shape.isRecord() -> "#/$defs/" + shapeOf(shape);
      default -> throw new IllegalArgumentException("no JSON form is agreed for " + type);
    };
  }

  /// `assetRef` for [AssetRef].
  static String shapeOf(Class<?> type) {
    var name = type.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static Set<String> components(Class<?> type, boolean requiredOnly) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> !requiredOnly || isRequired(component))
        .map(SchemaShape::nameOf)
        .collect(toCollection(TreeSet::new));
  }

  private static boolean isRequired(RecordComponent component) {
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && !Collection.class.isAssignableFrom(component.getType())
        && !Map.class.isAssignableFrom(component.getType());
  }
}
