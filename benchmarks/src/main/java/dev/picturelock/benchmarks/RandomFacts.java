package dev.picturelock.benchmarks;

import dev.picturelock.contracts.facts.FactName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Facts as they come in, drawn from a seed: most answers state that nothing special is going on,
/// some do not, and every eighth use is a pipeline of a few stages.
public final class RandomFacts {
  private static final double STATED = 0.9;
  private static final double STATED_IN_A_STAGE = 0.15;
  private static final double USUAL = 0.8;
  private static final int PIPELINE_EVERY = 8;
  private static final int MOST_STAGES = 4;

  private final Random random;

  public RandomFacts(long seed) {
    this.random = new Random(seed);
  }

  /// Another set, as a JSON parser would deliver it.
  public Map<String, Object> next() {
    var facts = some(STATED);
    facts.put(FactName.CUSTOM_PIPELINE.json(), "no");
    if (random.nextInt(PIPELINE_EVERY) == 0) {
      var stages = new ArrayList<Map<String, Object>>();
      for (int i = random.nextInt(MOST_STAGES); i >= 0; i--) {
        var stage = some(STATED_IN_A_STAGE);
        stage.remove(FactName.CUSTOM_PIPELINE.json());
        stage.put("name", "stage " + i);
        stages.add(stage);
      }
      facts.put(FactName.CUSTOM_PIPELINE.json(), "yes");
      facts.put("stages", stages);
    }
    return facts;
  }

  private Map<String, Object> some(double share) {
    var facts = new HashMap<String, Object>();
    for (var fact : FactName.values()) {
      if (random.nextDouble() < share) {
        facts.put(fact.json(), random.nextDouble() < USUAL ? usual(fact) : any(fact));
      }
    }
    return facts;
  }

  private Object any(FactName fact) {
    var word = fact.allowed().get(random.nextInt(fact.allowed().size()));
    return fact.isList() ? List.of(word) : word;
  }

  private static Object usual(FactName fact) {
    return switch (fact) {
      case MEDIA_USE -> "temporary";
      case PROMINENCE -> "incidental";
      case ENTERPRISE_TOOL, ENTERPRISE_TOOL_AVAILABLE -> "yes";
      case TRAINING_DATA_RIGHTS -> "not_applicable";
      case TALENT_USE, REPLICA_USE_EXCEPTION, TALENT_MODEL_SCOPE -> "none";
      case ALTERATION_BASIS -> "customary_post";
      case INPUT_KINDS -> List.of();
      case STORY_RELEVANT,
          KEY_CREATIVE_ELEMENT,
          OUTPUT_REPLICATES_THIRD_PARTY,
          THIRD_PARTY_IP_REFERENCED,
          PUBLIC_FIGURE_REFERENCED,
          DECEASED_REFERENCED,
          TOOL_STORES_OR_TRAINS,
          TRAINS_MODEL,
          AFFECTS_PERFORMANCE_INTENT,
          REPUTATION_RISK,
          UNION_WORK_IMPACT,
          MISLEADING_REALISM,
          CUSTOM_PIPELINE ->
          "no";
    };
  }
}
