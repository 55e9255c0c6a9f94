package dev.picturelock.contracts.event;

import java.util.List;
import java.util.Map;

/// What a policy pack decided about one set of facts.
///
/// - **tier** LOW, CAUTION or ESCALATE
/// - **requiredActions** sorted
/// - **rules** in table order
/// - **facts** the normalised facts the decision used, **factsSha256** the SHA-256 of their
///   canonical JSON
public record Classification(
    RiskTier tier,
    List<String> requiredActions,
    List<FiredRule> rules,
    PolicyPackRef policyPack,
    String factsSha256,
    Map<String, Object> facts) {
  public Classification {
    requiredActions = requiredActions == null ? List.of() : List.copyOf(requiredActions);
    rules = rules == null ? List.of() : List.copyOf(rules);
    facts = facts == null ? Map.of() : facts;
  }
}
