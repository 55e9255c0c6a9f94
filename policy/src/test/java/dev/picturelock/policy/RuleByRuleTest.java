package dev.picturelock.policy;

import static dev.picturelock.policy.InstalledPack.classify;
import static dev.picturelock.policy.InstalledPack.ruleIds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.contracts.facts.FactName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table against its transcription, not at random but in full: a rule depends on few facts, and
/// they have few answers.
class RuleByRuleTest {
  private static final List<List<Map<String, Object>>> STAGES =
      List.of(List.of(), List.of(Map.of("name", "comp")));

  @Test
  void everyRuleFiresExactlyAsTranscribedForAllAnswersToAllFactsItReads() throws Exception {
    var rules = ReadFacts.byRule();
    assertThat(rules.keySet()).containsExactlyElementsOf(TranscribedRules.TABLE_ORDER);
    assertThat(rules.get("F1"))
        .containsExactlyInAnyOrder(
            FactName.MEDIA_USE, FactName.TALENT_USE, FactName.PROMINENCE, FactName.STORY_RELEVANT);
    assertThat(rules.get("D1")).containsExactly(FactName.ENTERPRISE_TOOL, FactName.INPUT_KINDS);
    var tried = new AtomicInteger();

    rules.entrySet().parallelStream()
        .forEach(rule ->
            EveryAnswer.to(
                rule.getValue(),
                EveryAnswer.favourable(),
                facts -> {
                  tried.addAndGet(tryWithAndWithoutStages(facts));
                }));

    assertThat(tried).hasValueGreaterThan(3_000);
  }

  @Test
  void anyTwoFactsTogetherAreDecidedAsTranscribed() {
    var facts = FactName.values();
    var pairs = new ArrayList<List<FactName>>();
    for (int i = 0; i < facts.length; i++) {
      for (int j = i + 1; j < facts.length; j++) {
        if (!facts[i].isList() && !facts[j].isList()) {
          pairs.add(List.of(facts[i], facts[j]));
        }
      }
    }

    pairs.parallelStream()
        .forEach(pair ->
            grounds()
                .forEach(
                    ground -> EveryAnswer.to(pair, ground, RuleByRuleTest::assertTranscribed)));
  }

  @Test
  void anyInputsTogetherWithAnyAnswerAreDecidedAsTranscribed() {
    Stream.of(FactName.values())
        .filter(fact -> !fact.isList())
        .parallel()
        .forEach(fact ->
            EveryAnswer.to(
                List.of(fact),
                EveryAnswer.favourable(),
                facts -> {
                  for (var kind : FactName.INPUT_KINDS.allowed()) {
                    var with = new HashMap<>(facts);
                    with.put(FactName.INPUT_KINDS.json(), List.of(kind));
                    assertTranscribed(with);
                  }
                }));
  }

  private static List<Map<String, Object>> grounds() {
    var doubtful = new HashMap<String, Object>();
    for (var fact : FactName.values()) {
      doubtful.put(fact.json(), fact.isList() ? List.of("unsure") : "unsure");
    }
    return List.of(EveryAnswer.favourable(), Map.of(), doubtful);
  }

  // Stages matter to a rule only if the facts say there is a pipeline.
  private static int tryWithAndWithoutStages(Map<String, Object> facts) {
    if (!"yes".equals(facts.get("customPipeline"))) {
      assertTranscribed(facts);
      return 1;
    }
    for (var stages : STAGES) {
      var staged = new HashMap<>(facts);
      staged.put("stages", stages);
      assertTranscribed(staged);
    }
    return STAGES.size();
  }

  private static void assertTranscribed(Map<String, Object> facts) {
    var expected = TranscribedRules.of(facts);
    var got = classify(facts);
    assertThat(ruleIds(got)).as("rules of %s", facts).isEqualTo(expected.ids());
    assertThat(got.tier()).as("tier of %s", facts).isEqualTo(expected.tier);
    assertThat(got.requiredActions())
        .as("actions of %s", facts)
        .containsExactlyElementsOf(expected.actions);
  }
}
