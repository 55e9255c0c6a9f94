package dev.picturelock.policy;

import static dev.picturelock.policy.InstalledPack.classify;
import static dev.picturelock.policy.InstalledPack.ruleIds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.facts.FactName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What must hold for every set of facts, tried on a few thousand from fixed seeds.
class PolicyPropertiesTest {
  @Test
  void tableAndTranscriptionAgreeOnRandomFacts() {
    var random = new RandomFacts(1);
    var tiers = EnumSet.noneOf(RiskTier.class);
    var fired = new HashSet<String>();

    for (int i = 0; i < 2_000; i++) {
      var facts = random.next();
      var expected = TranscribedRules.of(facts);

      var got = classify(facts);

      assertThat(new HashSet<>(ruleIds(got))).as("rules of %s", facts).isEqualTo(expected.ids);
      assertThat(got.tier()).as("tier of %s", facts).isEqualTo(expected.tier);
      assertThat(got.requiredActions())
          .as("actions of %s", facts)
          .containsExactlyElementsOf(expected.actions);
      tiers.add(got.tier());
      fired.addAll(ruleIds(got));
    }

    assertThat(tiers).as("tiers seen").hasSize(3);
    assertThat(fired).as("rules seen").hasSize(36);
  }

  @Test
  void unsureNeverLowersATierNorRemovesAnActionOfAFavourableAnswer() {
    var random = new RandomFacts(2);

    for (int i = 0; i < 2_000; i++) {
      var favourable = new HashMap<>(random.next());
      var fact = random.one(List.of(FactName.values()));
      var doubtful = new HashMap<>(favourable);
      if (fact.isList()) {
        var kinds = new ArrayList<Object>(List.of("unsure"));
        kinds.addAll((List<?>) favourable.getOrDefault(fact.json(), List.of()));
        doubtful.put(fact.json(), kinds);
      } else {
        favourable.put(fact.json(), requireNonNull(RandomFacts.FAVOURABLE.get(fact)));
        doubtful.put(fact.json(), "unsure");
      }

      var before = classify(favourable);
      var after = classify(doubtful);

      assertThat(after.tier())
          .as("%s in %s", fact, favourable)
          .isGreaterThanOrEqualTo(before.tier());
      // Doubt about the basis of an alteration withdraws the claim whose basis was to be recorded.
      var kept = new HashSet<>(before.requiredActions());
      if (fact == FactName.ALTERATION_BASIS) {
        kept.remove("RECORD_EXCEPTION_BASIS");
      }
      assertThat(after.requiredActions()).as("%s in %s", fact, favourable).containsAll(kept);
    }
  }

  @Test
  void orderOfFactsInputsAndStagesChangesNothing() {
    var random = new RandomFacts(3);

    for (int i = 0; i < 500; i++) {
      var facts = random.next();

      assertThat(classify(random.shuffled(facts))).isEqualTo(classify(facts));
    }
  }

  @Test
  void aFurtherStageNeverLowersTheTier() {
    var random = new RandomFacts(4);
    int tried = 0;

    while (tried < 300) {
      var facts = random.next();
      if (facts.get("stages") instanceof List<?> stages && !stages.isEmpty()) {
        var longer = new HashMap<String, Object>(facts);
        var more = new ArrayList<Object>(stages);
        more.add(random.stage("one more"));
        longer.put("stages", more);

        var before = classify(facts);
        var after = classify(longer);

        assertThat(after.tier()).as("%s", longer).isGreaterThanOrEqualTo(before.tier());
        assertThat(after.requiredActions()).containsAll(before.requiredActions());
        tried++;
      }
    }
  }

  @Test
  void theContactIsAskedExactlyWhenTheTierIsEscalate() {
    var random = new RandomFacts(5);

    for (int i = 0; i < 500; i++) {
      var got = classify(random.next());

      assertThat(got.requiredActions().contains("ESCALATE_TO_CONTACT"))
          .isEqualTo(got.tier() == RiskTier.ESCALATE);
    }
  }

  @Test
  void statingWhatSilenceMeansChangesNothing() {
    var random = new RandomFacts(6);

    for (int i = 0; i < 500; i++) {
      Map<String, Object> facts = random.next();
      facts.remove("stages");
      var first = classify(facts);
      var stated = new HashMap<>(first.facts());
      stated.remove("stages");

      var second = classify(stated);

      assertThat(second).isEqualTo(first);
    }
  }
}
