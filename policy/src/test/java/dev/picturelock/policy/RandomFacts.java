package dev.picturelock.policy;

import static java.util.Objects.requireNonNull;

import dev.picturelock.contracts.facts.FactName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Random valid facts from a seed; half of the sets mostly favourable, so that low tiers occur too.
///
/// What they reach is held by `RandomFactsTest`.
public final class RandomFacts {
  private static final double STATED = 0.85;
  private static final double STATED_IN_A_STAGE = 0.15;

  private final Random random;

  public RandomFacts(long seed) {
    this.random = new Random(seed);
  }

  public Map<String, Object> next() {
    var facts = some(STATED);
    int stages = Math.max(random.nextInt(7) - 3, 0);
    if (stages > 0 || random.nextInt(8) == 0) {
      var list = new ArrayList<Map<String, Object>>();
      for (int i = 0; i < stages; i++) {
        list.add(stage("stage " + i));
      }
      facts.put("stages", list);
      // Else as drawn, or not stated at all.
      if (random.nextInt(4) > 0) {
        facts.put("customPipeline", "yes");
      }
    }
    return facts;
  }

  Map<String, Object> stage(String name) {
    var stage = some(STATED_IN_A_STAGE);
    stage.put("name", name);
    return stage;
  }

  /// The same facts, members and lists in another order.
  Map<String, Object> shuffled(Map<String, Object> facts) {
    var names = new ArrayList<>(facts.keySet());
    Collections.shuffle(names, random);
    var shuffled = new LinkedHashMap<String, Object>();
    for (var name : names) {
      var value = facts.get(name);
      if (value instanceof List<?> list) {
        var copy = new ArrayList<Object>(list);
        Collections.shuffle(copy, random);
        value = copy;
      }
      shuffled.put(name, requireNonNull(value));
    }
    return shuffled;
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Map<String, Object> some(double share) {
    double kind = random.nextBoolean() ? 0.93 : 0.5;
    var facts = new HashMap<String, Object>();
    for (var fact : FactName.values()) {
      if (random.nextDouble() < share) {
        facts.put(
            fact.json(),
            random.nextDouble() < kind
                ? one(favourable(fact))
                : fact.isList() ? kinds(fact) : one(fact.allowed()));
      }
    }
    return facts;
  }

  private List<String> kinds(FactName fact) {
    var kinds = new ArrayList<String>();
    for (int i = random.nextInt(4); i > 0; i--) {
      kinds.add(one(fact.allowed()));
    }
    return kinds;
  }

  /// The answers nothing has to follow from, or the least; for a list its content.
  static List<Object> favourable(FactName fact) {
    return switch (fact) {
      case MEDIA_USE -> List.of("ideation");
      case PROMINENCE -> List.of("incidental", "not_applicable");
      case ENTERPRISE_TOOL -> List.of("yes");
      case TRAINING_DATA_RIGHTS -> List.of("owned", "not_applicable");
      case TALENT_USE, REPLICA_USE_EXCEPTION, TALENT_MODEL_SCOPE -> List.of("none");
      case ALTERATION_BASIS ->
          List.of("substantially_as_recorded", "customary_post", "permitted_dub_or_double");
      case INPUT_KINDS -> List.of(List.of());
      case STORY_RELEVANT,
          KEY_CREATIVE_ELEMENT,
          OUTPUT_REPLICATES_THIRD_PARTY,
          THIRD_PARTY_IP_REFERENCED,
          PUBLIC_FIGURE_REFERENCED,
          DECEASED_REFERENCED,
          TOOL_STORES_OR_TRAINS,
          ENTERPRISE_TOOL_AVAILABLE,
          TRAINS_MODEL,
          AFFECTS_PERFORMANCE_INTENT,
          REPUTATION_RISK,
          UNION_WORK_IMPACT,
          MISLEADING_REALISM,
          CUSTOM_PIPELINE ->
          List.of("no");
    };
  }
}
