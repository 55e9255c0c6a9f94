package dev.picturelock.contracts.event;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SchemasTest {
  /// Schemas that describe no event.
  private static final Set<String> OTHERS =
      Set.of("cloudevent", "common", "disclosure", "facts", "questionnaire");

  static Iterable<Class<? extends Fact>> types() {
    return EventTypes.all().values();
  }

  static Set<Map.Entry<String, JsonNode>> schemas() {
    return ContractFiles.schemas().entrySet();
  }

  /// A record and the schema, or shared shape, that describes it.
  record Pair(Class<?> type, JsonNode schema) {
    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  static Stream<Pair> pairs() {
    var shapes = ContractFiles.schema("common").get("$defs");
    return Stream.concat(
        EventTypes.all().values().stream()
            .map(type -> new Pair(type, ContractFiles.schema(ContractFiles.contractOf(type)))),
        Stream.of(
                AssetRef.class,
                Classification.class,
                Digests.class,
                EvidenceRef.class,
                LogRef.class,
                FactConflict.class,
                FiredRule.class,
                Generation.class,
                Input.class,
                PolicyPackRef.class,
                ReviewSubject.class,
                ShotRef.class,
                TermsSnapshot.class,
                UseRef.class)
            .map(type -> new Pair(type, shapes.path(SchemaShape.shapeOf(type)))));
  }

  @Test
  void describesEveryTypeAndNothingElse() {
    var expected =
        Stream.concat(
                EventTypes.all().values().stream().map(ContractFiles::contractOf), OTHERS.stream())
            .map(contract -> "schemas/" + contract + "/1-0-0.json")
            .toList();

    assertThat(ContractFiles.schemas().keySet()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void describesEveryShapeThatIsShared() {
    var shapes =
        pairs()
            .map(Pair::type)
            .filter(type -> !Fact.class.isAssignableFrom(type))
            .map(SchemaShape::shapeOf)
            .toList();

    assertThat(ContractFiles.schema("common").get("$defs").propertyNames())
        .containsExactlyInAnyOrderElementsOf(shapes);
  }

  @ParameterizedTest
  @MethodSource("types")
  void carriesTheNameThatEventsReferTo(Class<? extends Fact> type) {
    var schema = ContractFiles.schema(ContractFiles.contractOf(type));

    assertThat(schema.path("$id").asString()).isEqualTo(EventTypes.schemaOf(type));
    assertThat(schema.path("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.path("title").asString()).isNotBlank();
    assertThat(schema.path("description").asString()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void isAValidSchema(Map.Entry<String, JsonNode> schema) {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    var metaSchema = registry.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));

    assertThat(metaSchema.validate(schema.getValue())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void namesWhatTheRecordNames(Pair pair) {
    var properties = pair.schema().path("properties");

    assertThat(properties.propertyNames())
        .containsExactlyInAnyOrderElementsOf(SchemaShape.names(pair.type()));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void requiresWhatTheRecordRequires(Pair pair) {
    var required =
        pair.schema().path("required").values().stream()
            .map(JsonNode::asString)
            .collect(toCollection(TreeSet::new));

    assertThat(required).isEqualTo(SchemaShape.required(pair.type()));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void givesEveryPropertyTheTypeOfItsComponent(Pair pair) {
    for (var component : pair.type().getRecordComponents()) {
      var property = pair.schema().path("properties").path(SchemaShape.nameOf(component));

      assertThat(kindOf(property))
          .as(component.getName())
          .isEqualTo(SchemaShape.kindOf(component.getGenericType()));
      if (component.getType().isEnum()) {
        assertThat(property.path("enum").values())
            .extracting(JsonNode::asString)
            .containsExactlyElementsOf(
                Arrays.stream(component.getType().getEnumConstants())
                    .map(Object::toString)
                    .toList());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void leavesRoomToGrow(Map.Entry<String, JsonNode> schema) {
    for (var object : objects(schema.getValue())) {
      assertThat(object.path("additionalProperties").asBoolean(false)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void explainsEveryPropertyAndGivesAnExampleThatFits(Map.Entry<String, JsonNode> schema) {
    var shapes = schema.getValue().path("$defs");
    for (var object : objects(schema.getValue())) {
      for (var property : object.path("properties").properties()) {
        var rule = (ObjectNode) property.getValue().deepCopy();
        rule.set("$defs", shapes);

        assertThat(rule.path("description").asString()).as(property.getKey()).isNotBlank();
        assertThat(rule.path("examples").values()).as(property.getKey()).isNotEmpty();
        for (var example : rule.path("examples").values()) {
          assertThat(ContractFiles.errors(rule, example)).as(property.getKey()).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void copiesSharedShapesUnchanged(Map.Entry<String, JsonNode> schema) {
    var shared = ContractFiles.schema("common").get("$defs");

    for (var copy : schema.getValue().path("$defs").properties()) {
      assertThat(copy.getValue()).as(copy.getKey()).isEqualTo(shared.path(copy.getKey()));
    }
  }

  private static String kindOf(JsonNode property) {
    if (property.has("$ref")) {
      return property.get("$ref").asString();
    }
    var type = property.path("type").asString();
    if (type.equals("array")) {
      return "array of " + kindOf(property.path("items"));
    }
    return property.has("format") ? type + "/" + property.get("format").asString() : type;
  }

  /// The schema itself and every shape in it that has properties.
  private static List<JsonNode> objects(JsonNode schema) {
    var objects = new ArrayList<JsonNode>();
    if (schema.path("properties").isObject() && schema.path("type").asString().equals("object")) {
      objects.add(schema);
    }
    schema.path("$defs").values().forEach(shape -> objects.addAll(objects(shape)));
    return objects;
  }
}
