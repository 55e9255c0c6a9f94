package dev.picturelock.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.facts.FactName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The questionnaire skips a question only where no answer to it could change the decision.
class SkippedQuestionsTest {
  private static final JsonNode QUESTIONNAIRE = questionnaire();
  private static final long SEED = 1209;

  /// A question that sets a fact, one condition under which it is skipped, and one of its words.
  record Skip(JsonNode question, FactName fact, String condition, String word) {
    @Override
    public String toString() {
      return fact.json() + " when " + condition + " is " + word;
    }
  }

  static List<Skip> skips() {
    var skips = new ArrayList<Skip>();
    for (var question : questions()) {
      for (var condition : question.path("skipWhen")) {
        for (var word : condition.path("in")) {
          for (var fact : question.path("sets")) {
            FactName.of(fact.asText())
                .ifPresent(name ->
                    skips.add(
                        new Skip(question, name, condition.path("fact").asText(), word.asText())));
          }
        }
      }
    }
    return skips;
  }

  @ParameterizedTest
  @MethodSource("skips")
  void noAnswerToASkippedQuestionWouldHaveChangedTheDecision(Skip skip) {
    var random = new RandomFacts(SEED);
    for (int i = 0; i < 40; i++) {
      var facts = new HashMap<>(random.next());
      facts.remove("stages");
      facts.put(skip.condition(), skip.word());

      assertAllTheSame(facts, facts, skip);
    }
  }

  @ParameterizedTest
  @MethodSource("skips")
  void norWouldItInAStage(Skip skip) {
    var random = new RandomFacts(SEED);
    for (int i = 0; i < 40; i++) {
      var facts = new HashMap<>(random.next());
      var stage = new HashMap<>(random.stage("step"));
      stage.put(skip.condition(), skip.word());
      facts.put("customPipeline", "yes");
      facts.put("stages", List.of(stage));

      assertAllTheSame(facts, stage, skip);
    }
  }

  @Test
  void aFormThatFollowsTheConditionsGetsTheDecisionOfAllAnswers() {
    var random = new RandomFacts(SEED);
    var dice = new Random(SEED);
    int skipped = 0;
    for (int i = 0; i < 2_500; i++) {
      var answers = complete(random, dice);
      var sent = filledIn(answers);

      assertThat(outcome(sent)).as("%s of %s", sent, answers).isEqualTo(outcome(answers));
      skipped += answers.size() - sent.size();
    }

    assertThat(skipped).isPositive();
  }

  @Test
  void everyQuestionSetsAFactOrIsKeptInAField() {
    for (var question : questions()) {
      assertThat(question.path("sets").size() + question.path("records").size())
          .as(question.path("id").asText())
          .isPositive();
    }
  }

  /// What a form would send that asks in order, skips what its conditions say, and knows the
  /// answers.
  private static Map<String, Object> filledIn(Map<String, Object> answers) {
    var sent = new HashMap<String, Object>();
    for (var question : questions()) {
      if (question.path("kind").asText().equals("stages")) {
        if (!isSkipped(question, sent)) {
          sent.put("stages", stages(question, answers, sent));
        }
      } else {
        ask(question, sent, sent, answers);
      }
    }
    return sent;
  }

  private static List<Object> stages(
      JsonNode question, Map<String, Object> answers, Map<String, Object> root) {
    var stages = new ArrayList<Object>();
    if (answers.get("stages") instanceof List<?> list) {
      for (var item : list) {
        var known = new HashMap<>(answers);
        ((Map<?, ?>) item)
            .forEach((name, value) -> known.put((String) name, requireNonNull(value)));
        var stage = new HashMap<String, Object>();
        stage.put("name", requireNonNull(known.get("name")));
        for (var id : question.path("repeats")) {
          var seen = new HashMap<>(root);
          seen.putAll(stage);
          ask(byId(id.asText()), stage, seen, known);
        }
        stages.add(stage);
      }
    }
    return stages;
  }

  private static void ask(
      JsonNode question,
      Map<String, Object> into,
      Map<String, Object> soFar,
      Map<String, Object> answers) {
    for (var fact : question.path("sets")) {
      if (!isSkipped(question, soFar)) {
        into.put(fact.asText(), requireNonNull(answers.get(fact.asText())));
      } else if (question.has("impliedWhenSkipped")) {
        into.put(fact.asText(), question.path("impliedWhenSkipped").asText());
      }
    }
  }

  private static boolean isSkipped(JsonNode question, Map<String, Object> answers) {
    for (var condition : question.path("skipWhen")) {
      var answer = answers.get(condition.path("fact").asText());
      for (var word : condition.path("in")) {
        if (word.asText().equals(answer)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Random answers to every question, with stages that answer what is asked of a stage.
  private static Map<String, Object> complete(RandomFacts random, Random dice) {
    var answers = answers(random, dice, Stream.of(FactName.values()).toList());
    var repeated =
        Stream.of(FactName.values())
            .filter(fact -> isRepeated(fact.json()) && dice.nextBoolean())
            .toList();
    var stages = new ArrayList<Map<String, Object>>();
    for (int i = dice.nextInt(3); i > 0; i--) {
      var stage = answers(random, dice, repeated);
      stage.put("name", "step " + i);
      stages.add(stage);
    }
    answers.put("stages", stages);
    return answers;
  }

  private static Map<String, Object> answers(
      RandomFacts random, Random dice, List<FactName> asked) {
    var answers = new HashMap<String, Object>();
    for (var fact : asked) {
      if (fact.isList()) {
        answers.put(
            fact.json(), dice.nextBoolean() ? List.of() : List.of(random.one(fact.allowed())));
      } else {
        var kind = dice.nextInt(3) > 0;
        answers.put(
            fact.json(),
            kind ? random.one(RandomFacts.favourable(fact)) : random.one(fact.allowed()));
      }
    }
    return answers;
  }

  private static boolean isRepeated(String fact) {
    var stages = byId("stages");
    for (var id : stages.path("repeats")) {
      for (var set : byId(id.asText()).path("sets")) {
        if (set.asText().equals(fact)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void assertAllTheSame(
      Map<String, Object> facts, Map<String, Object> where, Skip skip) {
    where.remove(skip.fact().json());
    var silent = outcome(facts);
    for (var answer : skip.fact().allowed()) {
      where.put(skip.fact().json(), answer);
      assertThat(outcome(facts)).as("%s in %s", answer, facts).isEqualTo(silent);
    }
    where.remove(skip.fact().json());
  }

  /// Everything of a decision that could be another.
  private record Outcome(String tier, List<String> actions, List<String> rules) {}

  private static Outcome outcome(Map<String, Object> facts) {
    Classification decided = InstalledPack.classify(facts);
    return new Outcome(
        decided.tier().name(), decided.requiredActions(), InstalledPack.ruleIds(decided));
  }

  private static List<JsonNode> questions() {
    var questions = new ArrayList<JsonNode>();
    for (var block : QUESTIONNAIRE.path("blocks")) {
      block.path("questions").forEach(questions::add);
    }
    return questions;
  }

  private static JsonNode byId(String id) {
    return questions().stream()
        .filter(question -> question.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode questionnaire() {
    try (var file = FactName.class.getResourceAsStream("/questionnaire.json")) {
      return InstalledPack.JSON.readTree(requireNonNull(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
