package dev.picturelock.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.contracts.facts.FactName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the properties are tried on; a value random facts never hold would be one never tested.
class RandomFactsTest {
  private static final int SETS = 20_000;

  @Test
  void holdEveryAnswerOfEveryFactAndItsAbsenceInTheWholeAndInStages() {
    var random = new RandomFacts(1);
    var whole = new HashSet<String>();
    var staged = new HashSet<String>();

    for (int i = 0; i < SETS; i++) {
      var facts = random.next();
      note(facts, whole);
      stages(facts).forEach(stage -> note(stage, staged));
    }

    var all = new ArrayList<String>();
    for (var fact : FactName.values()) {
      fact.allowed().forEach(word -> all.add(fact.json() + " " + word));
      all.add(fact.json() + " not stated");
    }
    all.add("inputKinds none");
    all.add("inputKinds several");
    all.add("inputKinds one twice");
    assertThat(whole).containsAll(all);
    assertThat(staged).containsAll(all);
  }

  @Test
  void listNoOneAndSeveralStagesUnderEveryAnswerToWhetherThereIsAPipeline() {
    var random = new RandomFacts(2);
    var seen = new HashSet<String>();

    for (int i = 0; i < SETS; i++) {
      var facts = random.next();
      var count = facts.containsKey("stages") ? "" + stages(facts).size() : "not stated";
      seen.add(facts.getOrDefault("customPipeline", "not stated") + ", stages " + count);
      for (var stage : stages(facts)) {
        var inStage =
            stage.containsKey("customPipeline") ? stage.get("customPipeline") : "not stated";
        seen.add(
            facts.getOrDefault("customPipeline", "not stated")
                + " in the whole, in a stage "
                + inStage);
      }
    }

    for (var answer : List.of("yes", "no", "unsure", "not stated")) {
      for (var count : List.of("not stated", "0", "1", "2", "3")) {
        assertThat(seen).contains(answer + ", stages " + count);
      }
      for (var inStage : List.of("yes", "no", "unsure", "not stated")) {
        assertThat(seen).contains(answer + " in the whole, in a stage " + inStage);
      }
    }
  }

  private static void note(Map<?, ?> facts, Set<String> seen) {
    for (var fact : FactName.values()) {
      var value = facts.get(fact.json());
      switch (value) {
        case null -> seen.add(fact.json() + " not stated");
        case List<?> words -> {
          words.forEach(word -> seen.add(fact.json() + " " + word));
          int different = new HashSet<>(words).size();
          seen.add(fact.json() + (different == 0 ? " none" : different > 1 ? " several" : " one"));
          if (different < words.size()) {
            seen.add(fact.json() + " one twice");
          }
        }
        default -> seen.add(fact.json() + " " + value);
      }
    }
  }

  private static List<Map<?, ?>> stages(Map<String, Object> facts) {
    var stages = new ArrayList<Map<?, ?>>();
    if (facts.get("stages") instanceof List<?> list) {
      list.forEach(stage -> stages.add((Map<?, ?>) stage));
    }
    return stages;
  }
}
