package dev.picturelock.policy;

import dev.picturelock.contracts.facts.FactName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Every combination of answers to some facts, no answer among them, on a ground of other facts.
final class EveryAnswer {
  private EveryAnswer() {}

  static void to(
      Collection<FactName> facts, Map<String, Object> ground, Consumer<Map<String, Object>> each) {
    combine(List.copyOf(facts), 0, new HashMap<>(ground), each);
  }

  /// Where nothing follows from any answer but what always does.
  static Map<String, Object> favourable() {
    var ground = new HashMap<String, Object>();
    for (var fact : FactName.values()) {
      ground.put(fact.json(), RandomFacts.favourable(fact).getFirst());
    }
    return ground;
  }

  /// Each answer a fact can have; of a list each set of words there is.
  static List<Object> answersOf(FactName fact) {
    if (!fact.isList()) {
      return List.copyOf(fact.allowed());
    }
    var sets = new ArrayList<Object>();
    for (int bits = 0; bits < 1 << fact.allowed().size(); bits++) {
      var set = new ArrayList<String>();
      for (int word = 0; word < fact.allowed().size(); word++) {
        if ((bits >> word & 1) == 1) {
          set.add(fact.allowed().get(word));
        }
      }
      sets.add(set);
    }
    return sets;
  }

  private static void combine(
      List<FactName> facts, int at, Map<String, Object> set, Consumer<Map<String, Object>> each) {
    if (at == facts.size()) {
      each.accept(set);
      return;
    }
    var name = facts.get(at).json();
    var before = Optional.ofNullable(set.remove(name));
    combine(facts, at + 1, set, each);
    for (var answer : answersOf(facts.get(at))) {
      set.put(name, answer);
      combine(facts, at + 1, set, each);
    }
    set.remove(name);
    before.ifPresent(value -> set.put(name, value));
  }
}
