package dev.picturelock.contracts.event;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.contracts.event.ContractFiles.Sample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SamplesTest {
  private static final int MAX_BYTES = 65_535;

  static List<Sample> events() {
    return ContractFiles.events();
  }

  /// Every way to take one required field away, from an envelope or from its data.
  record Mutation(Sample sample, String pointer, String field) {
    @Override
    public String toString() {
      return sample + " without " + pointer + "/" + field;
    }
  }

  static Stream<Mutation> mutations() {
    return events().stream()
        .flatMap(sample ->
            Stream.concat(
                required("cloudevent").map(field -> new Mutation(sample, "", field)),
                required(sample.contract()).map(field -> new Mutation(sample, "/data", field))));
  }

  @Test
  void showEveryTypeAndNothingElse() {
    var types = EventTypes.all().values().stream().map(ContractFiles::contractOf).toList();

    assertThat(events().stream().map(Sample::contract).distinct())
        .containsExactlyInAnyOrderElementsOf(types);
  }

  @ParameterizedTest
  @MethodSource("events")
  void fitTheEnvelopeAndTheSchemaOfTheirData(Sample sample) {
    assertThat(ContractFiles.errors(ContractFiles.schema("cloudevent"), sample.tree())).isEmpty();
    assertThat(errorsOfData(sample.contract(), sample.tree())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void nameTheirTypeSchemaAndServiceAlike(Sample sample) {
    var type = EventTypes.find(sample.tree().path("type").asString()).orElseThrow();

    assertThat(ContractFiles.contractOf(type)).isEqualTo(sample.contract());
    assertThat(sample.tree().path("dataschema").asString()).isEqualTo(EventTypes.schemaOf(type));
    assertThat(sample.tree().path("source").asString())
        .isEqualTo("/picturelock/" + serviceOf(EventTypes.topicOf(type)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void becomeTheRecordAndTheSameJsonAgain(Sample sample) {
    var type = EventTypes.find(sample.tree().path("type").asString()).orElseThrow();
    var data = sample.tree().get("data");

    Fact fact = Canonical.read(data, type);

    assertThat(Canonical.write(fact)).isEqualTo(Canonical.of(data));
  }

  @ParameterizedTest
  @MethodSource("events")
  void fitOneLedgerEntry(Sample sample) {
    var bytes = Canonical.of(sample.tree()).getBytes(StandardCharsets.UTF_8);

    assertThat(bytes).hasSizeLessThanOrEqualTo(MAX_BYTES);
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void failWithoutARequiredField(Mutation mutation) {
    var event = mutation.sample().tree().deepCopy();
    ((ObjectNode) event.at(mutation.pointer())).remove(mutation.field());

    assertThat(errors(mutation.sample().contract(), event)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void failWhenAFieldHasTheWrongType(Sample sample) {
    for (var field : sample.tree().get("data").propertyNames()) {
      var event = sample.tree().deepCopy();
      ((ObjectNode) event.get("data")).put(field, true);

      assertThat(errors(sample.contract(), event)).as(field).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void passWithAFieldThatIsNotKnownYet(Sample sample) {
    var event = sample.tree().deepCopy();
    ((ObjectNode) event).put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b71692-01");
    ((ObjectNode) event.get("data")).put("addedLater", "yes");

    assertThat(errors(sample.contract(), event)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void useFactsOfTheVocabularyOnly(Sample sample) {
    var vocabulary = ContractFiles.schema("facts");
    for (var pointer : List.of("/data/facts", "/data/classification/facts")) {
      var facts = sample.tree().at(pointer);
      if (facts.isObject()) {
        assertThat(vocabulary.get("properties").propertyNames()).containsAll(facts.propertyNames());
        assertThat(ContractFiles.errors(vocabulary, facts)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void sortTheDigestsOfWhatWasKeptOut(Sample sample) {
    var digests = sample.tree().at("/data/_sd").values().stream().map(JsonNode::asString).toList();

    assertThat(digests).isSorted().doesNotHaveDuplicates();
    assertThat(sample.tree().at("/data/_sd_alg").isMissingNode()).isEqualTo(digests.isEmpty());
  }

  @Test
  void hashTheFactsOfAClassificationAsDescribed() {
    var classified = events().stream().filter(s -> s.tree().at("/data/classification").isObject());

    assertThat(classified)
        .isNotEmpty()
        .allSatisfy(sample -> {
          var classification = sample.tree().at("/data/classification");
          assertThat(Canonical.sha256Hex(Canonical.of(classification.get("facts"))))
              .isEqualTo(classification.get("factsSha256").asString());
        });
  }

  @Test
  void takeTheTimeAndTitleOfTheirCauseWhenDerived() {
    var byId =
        events().stream().collect(toMap(s -> s.tree().path("id").asString(), Function.identity()));
    var derived =
        events().stream()
            .filter(s -> UUID.fromString(s.tree().path("id").asString()).version() == 5);

    assertThat(derived)
        .hasSizeGreaterThan(2)
        .allSatisfy(sample -> {
          var cause = cause(byId, sample);
          assertThat(sample.tree().get("time")).isEqualTo(cause.get("time"));
          assertThat(sample.tree().get("titleid")).isEqualTo(cause.get("titleid"));
        });
  }

  @Test
  void haveDistinctIds() {
    assertThat(events()).extracting(s -> s.tree().get("id")).doesNotHaveDuplicates();
  }

  private static JsonNode cause(Map<String, Sample> byId, Sample sample) {
    return requireNonNull(byId.get(sample.tree().path("causationid").asString())).tree();
  }

  private static Stream<String> required(String contract) {
    return ContractFiles.schema(contract).path("required").values().stream()
        .map(JsonNode::asString);
  }

  private static List<String> errors(String contract, JsonNode event) {
    return Stream.concat(
            ContractFiles.errors(ContractFiles.schema("cloudevent"), event).stream(),
            errorsOfData(contract, event).stream())
        .toList();
  }

  private static List<String> errorsOfData(String contract, JsonNode event) {
    return event.has("data")
        ? ContractFiles.errors(ContractFiles.schema(contract), event.get("data"))
        : List.of();
  }

  private static String serviceOf(Topic topic) {
    return switch (topic) {
      case INTAKE -> "intake-service";
      case CLASSIFICATION -> "classifier-service";
      case APPROVAL -> "approval-service";
      case DELIVERABLE, DISCLOSURE, CHECKPOINT -> "provenance-service";
    };
  }
}
