package dev.picturelock.policy;

import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.PolicyPackRef;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.contracts.policy.PolicyPackName;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/// An installed rule book: the same facts always get the same classification from it.
public final class PolicyPack {
  private final PackManifest manifest;
  private final DmnText dmn;
  private final List<Rule> rules;
  private final PolicyPackRef ref;
  private final BoundedCache<StepFacts, StepOutcome> outcomes;

  /// - **rules** in table order; the decision reports no id outside of them
  /// - **cacheSize** how many distinct steps are remembered; 0 remembers none
  public PolicyPack(
      PackManifest manifest, DmnText dmn, List<Rule> rules, StepDecision decision, int cacheSize) {
    this.manifest = manifest;
    this.dmn = dmn;
    this.rules = List.copyOf(rules);
    this.ref = new PolicyPackRef(manifest.id(), manifest.version(), dmn.sha256());
    this.outcomes = new BoundedCache<>(cacheSize, decision::decide);
  }

  /// Highest tier, all actions and all rules of the whole and of every stage.
  public Classification classify(Facts stated) {
    return classify(NormalisedFacts.of(stated));
  }

  /// See [#classify(Facts)].
  public Classification classify(NormalisedFacts facts) {
    var tier = RiskTier.LOW;
    var actions = new TreeSet<String>();
    var fired = new HashSet<String>();
    for (var step : facts.steps()) {
      var outcome = outcomes.get(step);
      tier = outcome.tier().compareTo(tier) > 0 ? outcome.tier() : tier;
      actions.addAll(outcome.requiredActions());
      fired.addAll(outcome.ruleIds());
    }
    return new Classification(
        tier,
        List.copyOf(actions),
        rules.stream().filter(rule -> fired.contains(rule.id())).map(Rule::fired).toList(),
        ref,
        facts.sha256(),
        facts.asMap());
  }

  public PolicyPackName name() {
    return manifest.name();
  }

  public PackManifest manifest() {
    return manifest;
  }

  /// Id, version and hash, as every result carries them.
  public PolicyPackRef ref() {
    return ref;
  }

  /// All rules in table order.
  public List<Rule> rules() {
    return rules;
  }

  /// The decision model as it was loaded.
  public DmnText dmn() {
    return dmn;
  }
}
