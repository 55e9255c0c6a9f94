package dev.picturelock.policy;

import static dev.picturelock.policy.InstalledPack.PACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.facts.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyPackTest {
  @Test
  void hasAllRulesInTheOrderOfTheRuleBookWithATextForEach() {
    assertThat(PACK.rules()).extracting(Rule::id).isEqualTo(TranscribedRules.TABLE_ORDER);
    assertThat(PACK.rules()).extracting(Rule::text).doesNotHaveDuplicates();
    assertThat(PACK.rules()).extracting(Rule::reason).doesNotHaveDuplicates();
  }

  @Test
  void aResultNamesTheExactPackAndTheExactFacts() {
    var got = InstalledPack.classify(Map.of("mediaUse", "final"));

    assertThat(got.policyPack().id()).isEqualTo("netflix-genai-2025-08");
    assertThat(got.policyPack().version()).isEqualTo("1.0.0");
    assertThat(got.policyPack().sha256()).isEqualTo(PACK.dmn().sha256()).matches("[0-9a-f]{64}");
    assertThat(got.factsSha256()).matches("[0-9a-f]{64}");
    assertThat(got.rules()).allSatisfy(rule -> assertThat(rule.reason()).isNotBlank());
    assertThat(PACK.manifest().sourcePageDate()).isEqualTo(LocalDate.of(2025, 11, 11));
  }

  @Test
  void equalFactsAreDecidedOnceAndTheCacheForgetsWhatWasUsedLongestAgo() {
    var decided = new ArrayList<StepFacts>();
    var pack =
        new PolicyPack(
            PACK.manifest(),
            PACK.dmn(),
            PACK.rules(),
            facts -> {
              decided.add(facts);
              return new StepOutcome(RiskTier.LOW, Set.of(), Set.of("R00"));
            },
            2);
    var first = new Facts(Map.of("mediaUse", "final"));
    var second = new Facts(Map.of("mediaUse", "ideation"));
    var third = new Facts(Map.of("mediaUse", "temporary"));

    pack.classify(first);
    pack.classify(second);
    pack.classify(first);
    pack.classify(third);
    pack.classify(first);
    pack.classify(second);

    assertThat(decided).hasSize(4);
  }

  @Test
  void aPackIsFoundByIdInItsNewestVersionOrByIdAndVersion() {
    var packs = new PolicyPacks(List.of(version("1.0.0"), version("1.10.0"), version("1.9.0")));

    assertThat(packs.find("netflix-genai-2025-08").orElseThrow().manifest().version())
        .isEqualTo("1.10.0");
    assertThat(packs.find("netflix-genai-2025-08@1.9.0").orElseThrow().manifest().version())
        .isEqualTo("1.9.0");
    assertThat(packs.find("netflix-genai-2025-08@2.0.0")).isEmpty();
    assertThat(packs.find("other")).isEmpty();
    assertThat(packs.standard().manifest().version()).isEqualTo("1.10.0");
  }

  @Test
  void anEventThatNamesTheIdAloneMeansTheOldestVersionHoweverManyAreInstalled() {
    var packs = new PolicyPacks(List.of(version("1.10.0"), version("1.9.0"), version("2.0.0")));

    assertThat(packs.named("netflix-genai-2025-08").orElseThrow().manifest().version())
        .isEqualTo("1.9.0");
    assertThat(packs.named("netflix-genai-2025-08@1.10.0").orElseThrow().manifest().version())
        .isEqualTo("1.10.0");
    assertThat(packs.named("netflix-genai-2025-08@3.0.0")).isEmpty();
  }

  @Test
  void thereIsNoInstallationWithoutAPack() {
    assertThatThrownBy(() -> new PolicyPacks(List.of())).isInstanceOf(PolicyPackException.class);
  }

  private static PolicyPack version(String version) {
    var manifest = PACK.manifest();
    return new PolicyPack(
        new PackManifest(
            manifest.id(),
            version,
            manifest.title(),
            manifest.effectiveFrom(),
            manifest.sourcePage(),
            manifest.sourcePageDate(),
            manifest.interpretations()),
        PACK.dmn(),
        PACK.rules(),
        facts -> new StepOutcome(RiskTier.LOW, Set.of(), Set.of()),
        0);
  }
}
