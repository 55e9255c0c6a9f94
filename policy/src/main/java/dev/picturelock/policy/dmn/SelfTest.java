package dev.picturelock.policy.dmn;

import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.FiredRule;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.policy.PolicyPack;
import dev.picturelock.policy.PolicyPackException;
import dev.picturelock.policy.UndecidableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A case a pack brings along: what its own rules must say about these facts.
record SelfTest(
    String id,
    Map<String, Object> facts,
    RiskTier tier,
    List<String> requiredActions,
    List<String> rules) {

  /// Nothing, or [PolicyPackException] that names the case, the rules and the cells to look at.
  void run(PolicyPack pack, DmnModel model) {
    var got = classify(pack);
    var faults = new ArrayList<String>();
    var fired = got.rules().stream().map(FiredRule::id).toList();
    for (var rule : pack.rules()) {
      if (rules.contains(rule.id()) != fired.contains(rule.id())) {
        faults.add(
            "rule %s %s, cells %s"
                .formatted(
                    rule.id(),
                    fired.contains(rule.id()) ? "fired and must not" : "must fire and did not",
                    model.cellsOf(rule.id())));
      }
    }
    if (!pack.rules().stream().map(rule -> rule.id()).toList().containsAll(rules)) {
      faults.add("the case names rules the table does not have: " + rules);
    }
    if (faults.isEmpty()
        && !(tier == got.tier() && requiredActions.equals(got.requiredActions()))) {
      faults.add(outputs(got, model));
    }
    if (!faults.isEmpty()) {
      throw new PolicyPackException(
          pack.manifest().name(), "self-test " + id + ": " + String.join("; ", faults));
    }
  }

  private Classification classify(PolicyPack pack) {
    try {
      return pack.classify(new Facts(facts));
    } catch (UndecidableException undecided) {
      throw new PolicyPackException(
          pack.manifest().name(), "self-test " + id + ": " + undecided.reason(), undecided);
    }
  }

  private String outputs(Classification got, DmnModel model) {
    var cells = new ArrayList<String>();
    for (var rule : got.rules()) {
      cells.add("rule " + rule.id() + ", cells " + model.cellsOf(rule.id()));
    }
    return "want %s %s, got %s %s from %s"
        .formatted(
            tier, requiredActions, got.tier(), got.requiredActions(), String.join("; ", cells));
  }
}
