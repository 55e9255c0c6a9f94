package dev.picturelock.cli.policy;

import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.FiredRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One thing in which a decision made now is not the recorded one.
///
/// - **what** tier, requiredActions, rules, rule (its wording), factsSha256, policyPack or
///   policyPackSha256
record Difference(String what, String recorded, String decided) {

  /// Everything in which the two differ; nothing if the record is reproduced.
  static List<Difference> between(Question.Recorded recorded, Classification decided) {
    var differences = new Differences();
    var pack = decided.policyPack();
    differences.add("policyPack", recorded.pack(), pack.id() + "@" + pack.version());
    differences.add("policyPackSha256", recorded.packSha256(), pack.sha256());
    differences.add("factsSha256", recorded.factsSha256(), decided.factsSha256());
    differences.add("tier", recorded.tier().name(), decided.tier().name());
    differences.add(
        "requiredActions", words(recorded.requiredActions()), words(decided.requiredActions()));
    var ids = decided.rules().stream().map(FiredRule::id).toList();
    differences.add("rules", words(recorded.ruleIds()), words(ids));
    if (recorded.ruleIds().equals(ids)) {
      for (int i = 0; i < ids.size(); i++) {
        differences.addWording(recorded.rules().get(i), decided.rules().get(i));
      }
    }
    return List.copyOf(differences.found);
  }

  private static String words(List<String> words) {
    return String.join(" ", words);
  }

  private static final class Differences {
    private final List<Difference> found = new ArrayList<>();

    private void add(String what, String recorded, String decided) {
      if (!recorded.equals(decided)) {
        found.add(new Difference(what, recorded, decided));
      }
    }

    private void addWording(Map<String, Object> recorded, FiredRule decided) {
      var rule = "rule " + decided.id() + " ";
      add(rule + "reason", wording(recorded, "reason"), decided.reason());
      // older events show the reason alone
      addIfRecorded(rule, "text", recorded, decided.text());
      addIfRecorded(rule, "source", recorded, decided.source());
    }

    private void addIfRecorded(
        String rule, String part, Map<String, Object> recorded, @Nullable String decided) {
      if (recorded.containsKey(part)) {
        add(rule + part, wording(recorded, part), Objects.requireNonNullElse(decided, ""));
      }
    }

    private static String wording(Map<String, Object> rule, String part) {
      return String.valueOf(rule.getOrDefault(part, ""));
    }
  }
}
