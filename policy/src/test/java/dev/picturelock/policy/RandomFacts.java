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

/// Random valid facts from a seed; half of the answers favourable, so that low tiers occur too.
final class RandomFacts {
  static final Map<FactName, String> FAVOURABLE = favourable();

  private final Random random;

  RandomFacts(long seed) {
    this.random = new Random(seed);
  }

  Map<String, Object> next() {
    var facts = some(0.85);
    int stages = random.nextInt(4);
    if (stages > 0 || random.nextInt(4) == 0) {
      var list = new ArrayList<Map<String, Object>>();
      for (int i = 0; i < stages; i++) {
        list.add(stage("stage " + i));
      }
      facts.put("stages", list);
      facts.put("customPipeline", one(List.of("yes", "yes", "yes", "no", "unsure")));
    }
    return facts;
  }

  Map<String, Object> stage(String name) {
    var stage = some(0.15);
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
    boolean mild = random.nextBoolean();
    var facts = new HashMap<String, Object>();
    for (var fact : FactName.values()) {
      if (random.nextDouble() < share) {
        var favourable = FAVOURABLE.get(fact);
        boolean kind = random.nextDouble() < (mild ? 0.93 : 0.5);
        if (fact.isList()) {
          facts.put(fact.json(), kind ? List.of() : kinds(fact));
        } else {
          facts.put(fact.json(), kind && favourable != null ? favourable : one(fact.allowed()));
        }
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

  private static Map<FactName, String> favourable() {
    var favourable = new HashMap<FactName, String>();
    for (var fact : FactName.values()) {
      switch (fact) {
        case MEDIA_USE -> favourable.put(fact, "ideation");
        case PROMINENCE -> favourable.put(fact, "incidental");
        case ENTERPRISE_TOOL -> favourable.put(fact, "yes");
        case TRAINING_DATA_RIGHTS -> favourable.put(fact, "owned");
        case TALENT_USE, REPLICA_USE_EXCEPTION, TALENT_MODEL_SCOPE -> favourable.put(fact, "none");
        case ALTERATION_BASIS -> favourable.put(fact, "customary_post");
        case INPUT_KINDS -> {}
        default -> favourable.put(fact, "no");
      }
    }
    return Map.copyOf(favourable);
  }
}
