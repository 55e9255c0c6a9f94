package dev.picturelock.policy;

import dev.picturelock.contracts.event.RiskTier;
import java.util.Set;

/// What the rules say about one step, before the steps are united.
public record StepOutcome(RiskTier tier, Set<String> requiredActions, Set<String> ruleIds) {
  public StepOutcome {
    requiredActions = Set.copyOf(requiredActions);
    ruleIds = Set.copyOf(ruleIds);
  }
}
