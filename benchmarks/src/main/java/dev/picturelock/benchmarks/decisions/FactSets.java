package dev.picturelock.benchmarks.decisions;

import dev.picturelock.benchmarks.RandomFacts;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.policy.NormalisedFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Sets of facts, distinct after normalising, made before the clock runs and taken in turn.
@State(Scope.Thread)
public class FactSets {
  static final int DISTINCT = 10_000;

  private static final long SEED = 2025_11_11;

  final List<Facts> stated = new ArrayList<>();
  final List<NormalisedFacts> normalised = new ArrayList<>();
  private int next;

  public FactSets() {
    var random = new RandomFacts(SEED);
    var known = new HashSet<String>();
    while (stated.size() < DISTINCT) {
      var facts = new Facts(random.next());
      var complete = NormalisedFacts.of(facts);
      if (known.add(complete.sha256())) {
        stated.add(facts);
        normalised.add(complete);
      }
    }
  }

  Facts nextStated() {
    return stated.get(turn());
  }

  NormalisedFacts nextNormalised() {
    return normalised.get(turn());
  }

  /// What the rules are applied to for a set on average: the whole, and each stage of a pipeline.
  double stepsEach() {
    return normalised.stream().mapToInt(facts -> facts.steps().size()).average().orElseThrow();
  }

  private int turn() {
    next = next + 1 == DISTINCT ? 0 : next + 1;
    return next;
  }
}
