package dev.picturelock.policy.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.contracts.policy.PolicyPackName;
import dev.picturelock.policy.InstalledPack;
import dev.picturelock.policy.NormalisedFacts;
import dev.picturelock.policy.RandomFacts;
import dev.picturelock.policy.StepFacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnDecisionResult;
import org.operaton.bpm.dmn.engine.DmnDecisionResultEntries;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.DmnEngineConfiguration;
import org.operaton.bpm.model.dmn.Dmn;

/// The table means to another engine what it means to ours, so it says what it says by the standard
/// and not by a habit of one product.
///
/// - **Changed for it:** blanks in names, which the standard allows and its FEEL does not read
/// - **Left out:** `Tier` and `Required actions`, because it hands a table's result to the next
///   decision under the names of the columns instead of the name of the table
class SecondEngineTest {
  // It parses each cell anew each time, so not many.
  private static final int RANDOM_SETS = 50;

  private final DmnEngine engine =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @Test
  void readsTheFileAsItIsAndFindsEveryDecision() {
    var model = Dmn.readModelFromStream(new ByteArrayInputStream(file()));

    Dmn.validateModel(model);
    var decisions = engine.parseDecisionRequirementsGraph(model).getDecisionKeys();

    assertThat(decisions)
        .containsExactlyInAnyOrder(
            "replaces_people",
            "draws_attention",
            "pipeline",
            "rules_that_fire",
            "tier",
            "required_actions");
  }

  @Test
  void firesTheSameRulesWithTheSameTiersAndActions() throws IOException {
    var text = new String(file(), StandardCharsets.UTF_8);
    for (var name : Set.of("Replaces people", "Draws attention", "Rules that fire")) {
      assertThat(text).contains(name);
      text = text.replace(name, name.replace(' ', '_'));
    }
    var other =
        engine.parseDecision(
            "rules_that_fire", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    var ours = new DmnModel(InstalledPack.NAME, InstalledPack.PACK.dmn());
    var random = new RandomFacts(7);
    var seen = new HashSet<String>();

    var sets = selfTests();
    for (int i = 0; i < RANDOM_SETS; i++) {
      sets.add(random.next());
    }

    for (var set : sets) {
      for (var step : NormalisedFacts.of(new Facts(set)).steps()) {
        var fired = fired(other, step);
        var expected = ours.decide(step);

        assertThat(fired.keySet()).as("%s", step).isEqualTo(expected.ruleIds());
        assertThat(actions(fired))
            .as("%s", step)
            .isEqualTo(withoutEscalation(expected.requiredActions()));
        assertThat(highest(fired)).as("%s", step).isEqualTo(expected.tier().name());
        seen.addAll(fired.keySet());
      }
    }

    assertThat(seen).hasSize(InstalledPack.PACK.rules().size());
  }

  private Map<String, DmnDecisionResultEntries> fired(DmnDecision table, StepFacts step) {
    DmnDecisionResult rows = engine.evaluateDecision(table, Map.of("facts", step.values()));
    var fired = new HashMap<String, DmnDecisionResultEntries>();
    for (var row : rows) {
      fired.put(row.<String>getEntry("ruleId"), row);
    }
    return fired;
  }

  private static Set<Object> actions(Map<String, DmnDecisionResultEntries> fired) {
    var actions = new HashSet<Object>();
    fired.values().forEach(row -> actions.addAll(row.<Collection<?>>getEntry("actions")));
    return actions;
  }

  private static String highest(Map<String, DmnDecisionResultEntries> fired) {
    var tiers = fired.values().stream().map(row -> row.<String>getEntry("tier")).toList();
    return tiers.contains("ESCALATE") ? "ESCALATE" : tiers.contains("CAUTION") ? "CAUTION" : "LOW";
  }

  // Added by `Required actions`, not by a row.
  private static Set<Object> withoutEscalation(Set<String> actions) {
    var rows = new HashSet<Object>(actions);
    rows.remove("ESCALATE_TO_CONTACT");
    return rows;
  }

  private static List<Map<String, Object>> selfTests() throws IOException {
    var cases =
        PolicyPackFiles.builtIn()
            .read(PolicyPackName.parse(InstalledPack.NAME).orElseThrow(), "self-test.json");
    var sets = new ArrayList<Map<String, Object>>();
    for (var test : InstalledPack.JSON.readTree(cases)) {
      sets.add(InstalledPack.JSON.convertValue(test.get("facts"), new TypeReference<>() {}));
    }
    return sets;
  }

  private static byte[] file() {
    return InstalledPack.PACK.dmn().bytes();
  }
}
