package dev.picturelock.contracts.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Facts that passed [FactsValidator]: what was stated, and only that.
///
/// Values are words (`String`), a list of different words, or for `stages` a list of such maps with
/// a `name`.
public record Facts(Map<String, Object> stated) {
  private static final Facts NONE = new Facts(Map.of());

  /// Copies deeply; [InvalidFactsException] with all errors if there is any.
  public Facts {
    var errors = FactsValidator.validate(stated, "");
    if (!errors.isEmpty()) {
      throw new InvalidFactsException(errors);
    }
    stated = copy(stated);
  }

  /// Nothing stated at all.
  public static Facts none() {
    return NONE;
  }

  /// The word stated for a fact that takes one word.
  public Optional<String> word(FactName fact) {
    return stated.get(fact.json()) instanceof String word ? Optional.of(word) : Optional.empty();
  }

  /// The words stated for a fact that takes a list; empty optional if it was not answered.
  public Optional<List<String>> words(FactName fact) {
    return stated.get(fact.json()) instanceof List<?> words
        ? Optional.of(words.stream().map(String.class::cast).toList())
        : Optional.empty();
  }

  /// The steps of the pipeline, empty if none was stated.
  public List<Stage> stages() {
    var stages = new ArrayList<Stage>();
    if (stated.get(FactsValidator.STAGES) instanceof List<?> list) {
      for (var item : list) {
        var members = members((Map<?, ?>) item);
        var name =
            (String) Optional.ofNullable(members.remove(FactsValidator.STAGE_NAME)).orElseThrow();
        stages.add(new Stage(name, new Facts(members)));
      }
    }
    return List.copyOf(stages);
  }

  /// These facts where stated, else those of `base`; a list replaces the whole list beneath it.
  public Facts laidOver(Facts base) {
    var merged = new TreeMap<>(base.stated);
    merged.putAll(stated);
    return new Facts(merged);
  }

  /// These facts with one word replaced or added.
  public Facts with(FactName fact, String word) {
    return new Facts(Map.of(fact.json(), word)).laidOver(this);
  }

  /// One step of a custom pipeline and what differs in it from the whole.
  public record Stage(String name, Facts facts) {}

  private static Map<String, Object> copy(Map<?, ?> map) {
    return Collections.unmodifiableMap(members(map));
  }

  private static TreeMap<String, Object> members(Map<?, ?> map) {
    var members = new TreeMap<String, Object>();
    map.forEach((name, value) -> members.put((String) name, copied(value)));
    return members;
  }

  private static Object copied(Object value) {
    return switch (value) {
      case Map<?, ?> map -> copy(map);
      case List<?> list when list.stream().allMatch(String.class::isInstance) ->
          list.stream().distinct().toList();
      case List<?> list -> list.stream().map(Facts::copied).toList();
      default -> value;
    };
  }
}
