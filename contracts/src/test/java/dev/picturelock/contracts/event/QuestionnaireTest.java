package dev.picturelock.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.contracts.facts.FactName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QuestionnaireTest {
  private final JsonNode questionnaire = ContractFiles.questionnaire();

  @Test
  void fitsItsSchema() {
    assertThat(ContractFiles.errors(ContractFiles.schema("questionnaire"), questionnaire))
        .isEmpty();
  }

  @Test
  void setsEveryFactOnce() {
    var facts =
        Stream.concat(Arrays.stream(FactName.values()).map(FactName::json), Stream.of("stages"));

    var set = questions().flatMap(q -> q.path("sets").values().stream()).map(JsonNode::asString);

    assertThat(set).containsExactlyInAnyOrderElementsOf(facts.toList());
  }

  @Test
  void offersEveryValueOfEveryFactWithUnsureAsTheLast() {
    for (var fact : FactName.values()) {
      var offered =
          questions()
              .filter(q -> sets(q).contains(fact.json()))
              .flatMap(q -> q.path("answers").values().stream())
              .map(answer -> answer.path("value").asString())
              .toList();

      assertThat(offered).as(fact.json()).containsExactlyInAnyOrderElementsOf(fact.allowed());
      assertThat(offered).as(fact.json()).last().isEqualTo("unsure");
    }
  }

  private Stream<JsonNode> questions() {
    return questionnaire.path("blocks").values().stream()
        .flatMap(block -> block.path("questions").values().stream());
  }

  private static List<String> sets(JsonNode question) {
    return question.path("sets").values().stream().map(JsonNode::asString).toList();
  }
}
