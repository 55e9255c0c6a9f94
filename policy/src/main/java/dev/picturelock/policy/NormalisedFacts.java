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
  private final List<SortedMap<String, Object>> stages;
  private final String canonicalJson;
  private final String sha256;

  private NormalisedFacts(Map<String, Object> facts, List<SortedMap<String, Object>> stages) {
    this.facts = facts;
    this.stages = stages;
    this.canonicalJson = CanonicalText.of(facts);
    this.sha256 = Sha256.hex(canonicalJson.getBytes(StandardCharsets.UTF_8));
  }

  /// Completes what was stated.
  public static NormalisedFacts of(Facts stated) {
    var root = completed(new Missing(stated, Facts.none()));
    var stages = new ArrayList<SortedMap<String, Object>>();
    var differences = new ArrayList<Map<String, Object>>();
    for (var stage : stated.stages()) {
      var completed = completed(new Missing(stage.facts(), stated));
      stages.add(completed);
      differences.add(difference(stage.name(), completed, root));
    }
    if (differences.size() > 1) {
      differences.sort(Comparator.comparing(CanonicalText::of));
    }
    root.put(FactsValidator.STAGES, List.copyOf(differences));
    return new NormalisedFacts(Collections.unmodifiableSortedMap(root), List.copyOf(stages));
  }

  /// All facts by their JSON names, and `stages` with what differs in each.
  public Map<String, Object> asMap() {
    return facts;
  }

  /// What the rules are applied to: the whole, and each different stage of a custom pipeline.
  public List<StepFacts> steps() {
    var steps = new LinkedHashSet<StepFacts>();
    steps.add(step(facts));
    if ("yes".equals(facts.get(FactName.CUSTOM_PIPELINE.json()))) {
      stages.forEach(stage -> steps.add(step(stage)));
    }
    return List.copyOf(steps);
  }

  /// The text that is hashed.
  public String canonicalJson() {
    return canonicalJson;
  }

  /// Name of this exact set of facts.
  public String sha256() {
    return sha256;
  }

  private static SortedMap<String, Object> completed(Missing missing) {
    var completed = new TreeMap<String, Object>();
    for (var fact : FactName.values()) {
      if (fact.isList()) {
        completed.put(fact.json(), List.copyOf(new TreeSet<>(missing.wordsOf(fact))));
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
    return Collections.unmodifiableSortedMap(difference);
  }

  private StepFacts step(Map<String, Object> completed) {
    var values = new TreeMap<>(completed);
    values.put(FactsValidator.STAGES, stageNames());
    return new StepFacts(Collections.unmodifiableMap(values));
  }

  private List<String> stageNames() {
    var differences = (List<?>) facts.getOrDefault(FactsValidator.STAGES, List.of());
    return differences.stream()
        .map(stage -> (String) ((Map<?, ?>) stage).get(FactsValidator.STAGE_NAME))
        .sorted()
        .toList();
  }
}
