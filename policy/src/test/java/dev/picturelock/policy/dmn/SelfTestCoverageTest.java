package dev.picturelock.policy.dmn;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.policy.InstalledPack;
import dev.picturelock.policy.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The shipped self-test notices a wrong tier or action of any rule that can be noticed at all.
class SelfTestCoverageTest {
  // Outputs that another rule always has too when this one fires, so that no set of facts tells
  // them apart: P3 fires with C2; P5 and E2, T1, T4, T11 or T12 with one another; T2, T3, T9 with
  // the rules that make them necessary; K1 with P4.
  private static final Set<String> HIDDEN =
      Set.of(
          "P3 TOOL_TERMS_REVIEW",
          "P5 ESCALATE",
          "P5 WRITTEN_APPROVAL",
          "E2 ESCALATE",
          "E2 WRITTEN_APPROVAL",
          "T1 ESCALATE",
          "T1 WRITTEN_APPROVAL",
          "T2 ESCALATE",
          "T3 LOW",
          "T4 ESCALATE",
          "T4 WRITTEN_APPROVAL",
          "T9 LOW",
          "T11 ESCALATE",
          "T11 WRITTEN_APPROVAL",
          "T12 ESCALATE",
          "T12 WRITTEN_APPROVAL",
          "K1 WRITTEN_APPROVAL");

  private final List<SelfTest> cases = cases();

  @Test
  void everyTierAndActionOfEveryRuleDecidesSomeCaseAlone() {
    var undecided = new ArrayList<String>();
    for (var rule : InstalledPack.PACK.rules()) {
      for (var word : words(rule.actions())) {
        if (cases.stream().noneMatch(test -> onlyOne(rule, word, test))) {
          undecided.add(rule.id() + " " + word);
        }
      }
      for (var tier :
          rule.tier().contains("if ") ? List.of("CAUTION", "ESCALATE") : List.of(rule.tier())) {
        if (cases.stream().noneMatch(test -> setsTheTier(rule, tier, test))) {
          undecided.add(rule.id() + " " + tier);
        }
      }
    }

    assertThat(undecided).containsExactlyInAnyOrderElementsOf(HIDDEN);
  }

  @Test
  void aRuleOutsideThePrinciplesThatTakesUnsureForTheAdverseAnswerNamesTheInterpretation() {
    var silent =
        InstalledPack.PACK.rules().stream()
            .filter(rule -> rule.conditions().stream().anyMatch(c -> c.test().contains("unsure")))
            .filter(rule -> !rule.id().startsWith("P"))
            .filter(rule -> !Pattern.compile("\\bI[26]\\b").matcher(rule.source()).find())
            .map(Rule::id);

    assertThat(silent).isEmpty();
  }

  private static boolean onlyOne(Rule rule, String action, SelfTest test) {
    return fired(test).stream()
        .filter(other -> words(other.actions()).contains(action))
        .toList()
        .equals(List.of(rule));
  }

  private static boolean setsTheTier(Rule rule, String tier, SelfTest test) {
    return test.tier().name().equals(tier)
        && fired(test).contains(rule)
        && (tier.equals("LOW")
            || fired(test).stream()
                .noneMatch(other -> !other.equals(rule) && other.tier().contains(tier)));
  }

  private static List<Rule> fired(SelfTest test) {
    return InstalledPack.PACK.rules().stream()
        .filter(rule -> test.rules().contains(rule.id()))
        .toList();
  }

  private static Set<String> words(String cell) {
    return Arrays.stream(cell.split("[^A-Z_]+", -1)).filter(w -> !w.isEmpty()).collect(toSet());
  }

  private static List<SelfTest> cases() {
    try {
      return InstalledPack.JSON.readValue(
          PolicyPackFiles.builtIn().read(InstalledPack.PACK.name(), "self-test.json"),
          new TypeReference<List<SelfTest>>() {});
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
