package dev.picturelock.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AsyncApiTest {
  /// Belongs to the operators of one service and carries no event type of its own.
  private static final String DEAD_LETTERS = "picturelock.intake.v1.dlq.classifier-service";

  private final JsonNode document = ContractFiles.asyncApi();

  static Iterable<Class<? extends Fact>> types() {
    return EventTypes.all().values();
  }

  @Test
  void isAsyncApiOfTheVersionItClaims() {
    assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
    assertThat(document.at("/servers/local/host").asString()).isEqualTo("127.0.0.1:19092");
  }

  @Test
  void hasAChannelForEveryTopicAndNoOther() {
    var topics =
        Stream.concat(Arrays.stream(Topic.values()).map(Topic::topicName), Stream.of(DEAD_LETTERS));

    var channels = document.path("channels").values();

    assertThat(channels)
        .extracting(channel -> channel.path("address").asString())
        .containsExactlyInAnyOrderElementsOf(topics.toList());
    assertThat(channels)
        .allSatisfy(channel ->
            assertThat(channel.at("/bindings/kafka/topic")).isEqualTo(channel.get("address")));
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void putsEveryTypeOnItsTopicAndNoOther(Topic topic) {
    var expected =
        EventTypes.all().entrySet().stream()
            .filter(type -> EventTypes.topicOf(type.getValue()) == topic)
            .map(Map.Entry::getKey)
            .toList();

    var names =
        channel(topic).path("messages").values().stream()
            .map(this::resolve)
            .map(message -> message.path("name").asString())
            .filter(name -> name.startsWith("picturelock."))
            .toList();

    assertThat(names).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void describesEveryTypeAndNothingElse() {
    var names =
        document.at("/components/messages").values().stream()
            .map(message -> message.path("name").asString())
            .filter(name ->
                !List.of("sealedDisclosure", "erasure", "checkpoint", "deadLetter").contains(name));

    assertThat(names).containsExactlyInAnyOrderElementsOf(EventTypes.all().keySet());
  }

  @ParameterizedTest
  @MethodSource("types")
  void bindsTheTypeToItsSchema(Class<? extends Fact> type) {
    var name = EventTypes.nameOf(type);
    var message =
        document.at("/components/messages").values().stream()
            .filter(candidate -> candidate.path("name").asString().equals(name))
            .findFirst()
            .orElseThrow();

    var payload = message.at("/payload/allOf/1/properties");

    assertThat(payload.at("/type/const").asString()).isEqualTo(name);
    assertThat(payload.at("/dataschema/const").asString()).isEqualTo(EventTypes.schemaOf(type));
    assertThat(payload.at("/data/$ref").asString())
        .isEqualTo("schemas/" + ContractFiles.contractOf(type) + "/1-0-0.json");
  }

  @Test
  void refersOnlyToWhatIsThere() {
    var references = document.findValuesAsString("$ref");

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(reference -> {
          if (reference.startsWith("#/")) {
            assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
          } else {
            assertThat(ContractFiles.exists(reference)).isTrue();
          }
        });
  }

  @Test
  void letsEveryTopicBeSentByOneServiceOnlySaveDisclosures() {
    var senders = new HashMap<String, List<String>>();
    for (var operation : document.path("operations").properties()) {
      if (operation.getValue().path("action").asString().equals("send")) {
        var service = operation.getKey().replaceFirst("Sends.*", "");
        senders.merge(
            operation.getValue().at("/channel/$ref").asString(),
            List.of(service),
            (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
      }
    }

    assertThat(senders).hasSameSizeAs(document.path("channels").propertyNames());
    assertThat(senders.remove("#/channels/disclosure"))
        .containsExactlyInAnyOrder("intake", "approval", "provenance");
    assertThat(senders.values()).allSatisfy(services -> assertThat(services).hasSize(1));
  }

  private JsonNode channel(Topic topic) {
    return document.path("channels").values().stream()
        .filter(channel -> channel.path("address").asString().equals(topic.topicName()))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode resolve(JsonNode reference) {
    return document.at(reference.path("$ref").asString().substring(1));
  }
}
