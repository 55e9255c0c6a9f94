package dev.picturelock.contracts.event;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The register of all event types: wire name to record and back.
public final class EventTypes {
  private static final Map<String, Class<? extends Fact>> BY_NAME =
      Arrays.stream(Fact.class.getPermittedSubclasses())
          .<Class<? extends Fact>>map(type -> type.asSubclass(Fact.class))
          .collect(Collectors.toUnmodifiableMap(EventTypes::nameOf, Function.identity()));

  private static final Map<Class<? extends Fact>, String> SCHEMAS =
      BY_NAME.values().stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), EventTypes::schema));

  private EventTypes() {}

  public static Map<String, Class<? extends Fact>> all() {
    return BY_NAME;
  }

  public static Optional<Class<? extends Fact>> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  public static String nameOf(Class<? extends Fact> type) {
    return annotation(type).value();
  }

  public static Topic topicOf(Class<? extends Fact> type) {
    return annotation(type).topic();
  }

  /// The CloudEvents attribute `dataschema` of a type, for example
  /// `urn:picturelock:schema:asset.registered:1-0-0`.
  public static String schemaOf(Class<? extends Fact> type) {
    return requireNonNull(SCHEMAS.get(type), () -> type + " is no event type");
  }

  private static String schema(Class<? extends Fact> type) {
    var thing = nameOf(type).replaceFirst("^picturelock\\.", "").replaceFirst("\\.v\\d+$", "");
    return "urn:picturelock:schema:" + thing + ":" + annotation(type).schema();
  }

  private static EventType annotation(Class<? extends Fact> type) {
    return requireNonNull(
        type.getAnnotation(EventType.class), () -> type + " lacks its @EventType");
  }
}
