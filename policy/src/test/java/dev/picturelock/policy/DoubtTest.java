package dev.picturelock.policy;

import static dev.picturelock.policy.InstalledPack.classify;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.facts.FactName;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What becomes of an answer when it turns into doubt, for every answer of every fact and every
/// combination of the facts that are read together with it.
///
/// Tried on the transcription, which `RuleByRuleTest` holds to the table; each finding is then
/// shown on the table itself. A ground where nothing else follows is enough, because other rules
/// only add.
class DoubtTest {
  /// Actions that follow from an answer, in some facts, and no longer from doubt about it.
  ///
  /// - A basis or exception that is doubted is no longer claimed, so there is nothing to record;
  ///   what doubt asks for instead is more
  /// - An answer that is not the favourable one may call for something of its own: which consent, a
  ///   model bound to its scope, rights cleared on file, an approval of known material
  private static final Map<String, Set<String>> REMOVED =
      Map.ofEntries(
          entry("alterationBasis substantially_as_recorded", Set.of("RECORD_EXCEPTION_BASIS")),
          entry("alterationBasis customary_post", Set.of("RECORD_EXCEPTION_BASIS")),
          entry("alterationBasis permitted_dub_or_double", Set.of("RECORD_EXCEPTION_BASIS")),
          entry("inputKinds script", Set.of("WRITTEN_APPROVAL")),
          entry("inputKinds production_image", Set.of("WRITTEN_APPROVAL")),
          entry("inputKinds unreleased_asset", Set.of("WRITTEN_APPROVAL")),
          entry("inputKinds unreleased_footage", Set.of("WRITTEN_APPROVAL")),
          entry("inputKinds talent_likeness", Set.of("WRITTEN_APPROVAL")),
          entry("inputKinds contract", Set.of("WRITTEN_APPROVAL")),
          entry("inputKinds personal_data", Set.of("WRITTEN_APPROVAL")),
          entry("replicaUseException as_scripted", Set.of("RECORD_EXCEPTION_BASIS")),
          entry("replicaUseException safety", Set.of("RECORD_EXCEPTION_BASIS")),
          entry("replicaUseException unrecognizable", Set.of("RECORD_EXCEPTION_BASIS")),
          entry("talentModelScope in_scope", Set.of("BIND_MODEL_SCOPE")),
          entry(
              "talentUse digital_alteration",
              Set.of("CONSENT_ALTERATION", "RECORD_EXCEPTION_BASIS")),
          entry("talentUse re_ageing", Set.of("CONSENT_ALTERATION")),
          entry("trainsModel yes", Set.of("RIGHTS_CLEARANCE")));

  @Test
  void theAnswersFromWhichDoubtTakesAnActionAwayAreTheseAndDoubtNeverLowersTheTier()
      throws Exception {
    var removed = new TreeMap<String, Set<String>>();

    for (var fact : FactName.values()) {
      for (var answer : fact.allowed()) {
        EveryAnswer.to(
            readWith(fact),
            EveryAnswer.favourable(),
            facts -> {
              var sure = with(facts, fact, answer);
              var doubtful = with(facts, fact, "unsure");
              var before = TranscribedRules.of(sure);
              var after = TranscribedRules.of(doubtful);
              assertThat(after.tier).isGreaterThanOrEqualTo(before.tier);
              var lost = new TreeSet<>(before.actions);
              lost.removeAll(after.actions);
              if (removed.getOrDefault(fact.json() + " " + answer, Set.of()).containsAll(lost)) {
                return;
              }
              removed
                  .computeIfAbsent(fact.json() + " " + answer, _ -> new TreeSet<>())
                  .addAll(lost);
              assertThat(classify(sure).requiredActions()).containsAll(lost);
              assertThat(classify(doubtful).requiredActions()).doesNotContainAnyElementsOf(lost);
            });
      }
    }

    assertThat(removed).isEqualTo(REMOVED);
  }

  @Test
  void ofTheFavourableAnswersOnlyTheBasisOfAnAlterationHasAnActionToLose() {
    for (var fact : FactName.values()) {
      assertThat(withdrawnClaim(fact))
          .isEqualTo(
              fact == FactName.ALTERATION_BASIS ? Set.of("RECORD_EXCEPTION_BASIS") : Set.of());
    }
  }

  @Test
  void doubtWhetherThereIsAPipelineEscalatesInsteadOfLookingAtTheStages() {
    Map<String, Object> facts = EveryAnswer.favourable();
    facts.put("stages", List.of(Map.of("name", "comp", "deceasedReferenced", "yes")));

    var described = classify(with(facts, FactName.CUSTOM_PIPELINE, "yes"));
    var doubtful = classify(with(facts, FactName.CUSTOM_PIPELINE, "unsure"));

    assertThat(described.requiredActions()).contains("ESTATE_CONSENT");
    assertThat(doubtful.requiredActions()).doesNotContain("ESTATE_CONSENT");
    assertThat(InstalledPack.ruleIds(doubtful)).containsExactly("R00", "M1", "V2");
    assertThat(doubtful.tier()).isEqualTo(RiskTier.ESCALATE);
  }

  /// The actions doubt may take away from a favourable answer.
  static Set<String> withdrawnClaim(FactName fact) {
    var withdrawn = new HashSet<String>();
    for (var answer : RandomFacts.favourable(fact)) {
      withdrawn.addAll(REMOVED.getOrDefault(fact.json() + " " + answer, Set.of()));
    }
    return withdrawn;
  }

  private static Set<FactName> readWith(FactName fact) throws Exception {
    var facts = EnumSet.noneOf(FactName.class);
    ReadFacts.byRule().values().stream().filter(read -> read.contains(fact)).forEach(facts::addAll);
    facts.remove(fact);
    return facts;
  }

  private static Map<String, Object> with(Map<String, Object> facts, FactName fact, String answer) {
    var changed = new HashMap<>(facts);
    changed.put(fact.json(), fact.isList() ? List.of(answer) : answer);
    return changed;
  }
}
