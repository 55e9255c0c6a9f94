package dev.picturelock.policy;

import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.FiredRule;
import dev.picturelock.contracts.event.PolicyPackRef;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.contracts.policy.PolicyPackName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// An installed rule book: the same facts always get the same classification from it.
///
/// What was decided is remembered by the hash of the facts, without the facts: an entry is a few
/// hundred bytes however many stages a submission lists, so nobody can fill the memory with it.
public final class PolicyPack {
  private final PackManifest manifest;
  private final DmnText dmn;
  private final List<Rule> rules;
  private final PolicyPackRef ref;
  private final StepDecision decision;
  private final Map<String, FiredRule> shown = new LinkedHashMap<>();
  private final BoundedCache<String, Outcome> outcomes;

  /// - **rules** in table order; the decision reports no id outside of them
  /// - **cacheSize** how many distinct sets of facts are remembered; 0 remembers none
  public PolicyPack(
      PackManifest manifest, DmnText dmn, List<Rule> rules, StepDecision decision, int cacheSize) {
    this.manifest = manifest;
    this.dmn = dmn;
    this.rules = List.copyOf(rules);
    this.ref = new PolicyPackRef(manifest.id(), manifest.version(), dmn.sha256());
    this.decision = decision;
    this.rules.forEach(rule -> shown.put(rule.id(), rule.fired()));
    this.outcomes = new BoundedCache<>(cacheSize);
  }

  /// Highest tier, all actions and all rules of the whole and of every stage.
  public Classification classify(Facts stated) {
    return classify(NormalisedFacts.of(stated));
  }

  /// See [#classify(Facts)].
  public Classification classify(NormalisedFacts facts) {
    var outcome = outcomes.get(facts.sha256(), () -> united(facts.steps()));
    return new Classification(
        outcome.tier(),
        outcome.requiredActions(),
        outcome.fired(),
        ref,
        facts.sha256(),
        facts.asMap());
  }

  private Outcome united(List<StepFacts> steps) {
    var tier = RiskTier.LOW;
    var actions = new TreeSet<String>();
    var ids = new HashSet<String>();
    for (var step : steps) {
      var outcome = decision.decide(step);
      tier = outcome.tier().compareTo(tier) > 0 ? outcome.tier() : tier;
      actions.addAll(outcome.requiredActions());
      ids.addAll(outcome.ruleIds());
    }
    var fired = new LinkedHashMap<>(shown);
    fired.keySet().retainAll(ids);
    return new Outcome(tier, List.copyOf(actions), List.copyOf(fired.values()));
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

  private record Outcome(RiskTier tier, List<String> requiredActions, List<FiredRule> fired) {}
}
