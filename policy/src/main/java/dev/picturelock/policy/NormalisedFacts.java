package dev.picturelock.policy;

import dev.picturelock.contracts.facts.FactName;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.contracts.facts.FactsValidator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Facts with every question answered, so that two equal sets always get the same decision.
///
/// - **Root:** what was not stated holds the value [Missing] gives it; a list is a sorted set
/// - **Stages:** the stage's facts laid over the stated root facts, then completed like the root;
///   written down are the name and what then differs from the root, so that many stages stay small
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
    var root = completed(stated);
    var names = stated.stages().stream().map(Facts.Stage::name).sorted().toList();
    var differences = new ArrayList<Map<String, Object>>();
    var steps = new LinkedHashSet<StepFacts>();
    steps.add(step(root, names));
    for (var stage : stated.stages()) {
      var completed = completed(stage.facts().laidOver(stated));
      differences.add(difference(stage.name(), completed, root));
      if ("yes".equals(root.get(FactName.CUSTOM_PIPELINE.json()))) {
        steps.add(step(completed, names));
      }
    }
    differences.sort(Comparator.comparing(CanonicalText::of));
    root.put(FactsValidator.STAGES, List.copyOf(differences));
    return new NormalisedFacts(Collections.unmodifiableMap(root), List.copyOf(steps));
  }

  /// All facts by their JSON names, and `stages` with what differs in each.
  public Map<String, Object> asMap() {
    return facts;
  }

  /// What the rules are applied to: the whole, and each different stage of a custom pipeline.
  public List<StepFacts> steps() {
    return steps;
  }

  /// The text that is hashed.
  public String canonicalJson() {
    return canonicalJson;
  }

  /// Name of this exact set of facts.
  public String sha256() {
    return Sha256.hex(canonicalJson.getBytes(StandardCharsets.UTF_8));
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

  private static Map<String, Object> difference(
      String name, Map<String, Object> stage, Map<String, Object> root) {
    var difference = new TreeMap<String, Object>();
    stage.forEach((fact, value) -> {
      if (!value.equals(root.get(fact))) {
        difference.put(fact, value);
      }
    });
    difference.put(FactsValidator.STAGE_NAME, name);
    return Collections.unmodifiableMap(difference);
  }

  private static StepFacts step(Map<String, Object> completed, List<String> stageNames) {
    var values = new TreeMap<>(completed);
    values.put(FactsValidator.STAGES, stageNames);
    return new StepFacts(Collections.unmodifiableMap(values));
  }
}
