package dev.picturelock.kit.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;

/// How JSON is read and written everywhere.
///
/// - sorted keys, no blanks, no nulls: for the values we use the result is RFC 8785 canonical
/// - no coercion between types, no duplicate keys, no trailing tokens, bounded depth
/// - what is not `@Nullable` must be there
public final class JsonPolicy {
  private static final int MAX_DEPTH = 64;

  private static final JsonMapper STRICT = builder().build();
  private static final JsonMapper TOLERANT =
      builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private JsonPolicy() {}

  /// For bodies at our own door: unknown fields are errors.
  public static ObjectMapper strict() {
    return STRICT;
  }

  /// For events between services: unknown fields are ignored, so that contracts can grow.
  public static ObjectMapper tolerant() {
    return TOLERANT;
  }

  /// The canonical bytes of a value: equal values have equal bytes.
  public static byte[] canonical(Object value) {
    try {
      return TOLERANT.writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a value of our own cannot be written", impossible);
    }
  }

  /// A value as maps, lists, strings, numbers and booleans, the way its JSON would be read back.
  public static Object plain(Object value) {
    try {
      return TOLERANT.treeToValue(TOLERANT.valueToTree(value), Object.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a value of our own cannot be read back", impossible);
    }
  }

  private static JsonMapper.Builder builder() {
    var factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // RFC 8785, 3.2.2.2: characters beyond the BMP as they are, escapes in lower case
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();
    return JsonMapper.builder(factory)
        .addModules(
            new JavaTimeModule().addDeserializer(Instant.class, new StrictInstant()),
            new Jdk8Module())
        .annotationIntrospector(
            AnnotationIntrospector.pair(
                new com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector(),
                new RequiredUnlessNullable()))
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
        .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
        .withCoercionConfig(
            LogicalType.Textual,
            config ->
                config
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
  }
}
