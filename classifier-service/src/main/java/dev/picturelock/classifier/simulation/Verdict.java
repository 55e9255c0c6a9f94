package dev.picturelock.classifier.simulation;

import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.FiredRule;
import dev.picturelock.contracts.event.PolicyPackRef;
import dev.picturelock.contracts.event.RiskTier;
import java.util.List;

/// What one pack says: tier, sorted actions, ids of the rules in table order.
public record Verdict(
    PolicyPackRef policyPack, RiskTier tier, List<String> requiredActions, List<String> rules) {
  public Verdict {
    requiredActions = List.copyOf(requiredActions);
    rules = List.copyOf(rules);
  }

  static Verdict of(Classification result) {
    return new Verdict(
        result.policyPack(),
        result.tier(),
        result.requiredActions(),
        result.rules().stream().map(FiredRule::id).toList());
  }
}
