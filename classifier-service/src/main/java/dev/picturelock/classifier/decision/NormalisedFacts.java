package dev.picturelock.classifier.decision;

import dev.picturelock.contracts.facts.FactName;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.contracts.facts.FactsValidator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Facts with every question answered, so that two equal sets always get the same decision.
///
/// - **Root:** what was not stated holds the value [Missing] gives it; a list is a sorted set
/// - **Stages:** the stage's facts laid over the stated root facts, then completed like the root
/// - **Order:** stages are sorted, so neither their order nor that of the facts changes the hash
/// - **Text:** RFC 8785 canonical JSON; [#sha256()] is over its UTF-8 bytes, lower-case hex
public final class NormalisedFacts {
  private final Map<String, Object> facts;
  private final List<StepFacts> steps;
  private final String canonicalJson;

  private NormalisedFacts(Map<String, Object> facts, List<StepFacts> steps) {
    this.facts = facts;
    this.steps = steps;
    this.canonicalJson = CanonicalText.of(facts);
  }

  /// Completes what was stated.
  public static NormalisedFacts of(Facts stated) {
    var stages = new ArrayList<Map<String, Object>>();
    var names = new ArrayList<String>();
    for (var stage : stated.stages()) {
      var completed = completed(stage.facts().laidOver(stated));
      completed.put(FactsValidator.STAGE_NAME, stage.name());
      stages.add(Collections.unmodifiableMap(completed));
      names.add(stage.name());
    }
    stages.sort(Comparator.comparing(CanonicalText::of));
    Collections.sort(names);

    var root = completed(stated);
    var steps = new ArrayList<StepFacts>();
    steps.add(step(root, names));
    if ("yes".equals(root.get(FactName.CUSTOM_PIPELINE.json()))) {
      stages.forEach(stage -> steps.add(step(stage, names)));
    }
    root.put(FactsValidator.STAGES, List.copyOf(stages));
    return new NormalisedFacts(Collections.unmodifiableMap(root), List.copyOf(steps));
  }

  /// All facts by their JSON names, and `stages` with a complete set for each.
  public Map<String, Object> asMap() {
    return facts;
  }

  /// What the rules are applied to: the whole, and each stage of a custom pipeline.
  public List<StepFacts> steps() {
    return steps;
  }

  /// The text that is hashed.
  public String canonicalJson() {
    return canonicalJson;
  }

  /// Name of this exact set of facts.
  public String sha256() {
    return Sha256.hex(canonicalJson);
  }

  private static SortedMap<String, Object> completed(Facts stated) {
    var missing = new Missing(stated);
    var completed = new TreeMap<String, Object>();
    for (var fact : FactName.values()) {
      if (fact.isList()) {
        completed.put(
            fact.json(), List.copyOf(new TreeSet<>(stated.words(fact).orElse(List.of()))));
      } else {
        completed.put(fact.json(), missing.wordOf(fact));
      }
    }
    return completed;
  }

  private static StepFacts step(Map<String, Object> completed, List<String> stageNames) {
    var values = new TreeMap<>(completed);
    values.remove(FactsValidator.STAGE_NAME);
    values.put(FactsValidator.STAGES, List.copyOf(stageNames));
    return new StepFacts(Collections.unmodifiableMap(values));
  }
}
