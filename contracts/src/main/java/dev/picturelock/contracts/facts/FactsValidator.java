package dev.picturelock.contracts.facts;

import dev.picturelock.contracts.text.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds everything that is wrong with facts as a JSON parser delivers them (maps, lists, strings).
///
/// Unknown names and unknown values are errors, never ignored; nothing is defaulted or corrected.
/// Of very many errors the first [#MAX_ERRORS] are told, so that a body full of them cannot fill
/// memory.
public final class FactsValidator {
  /// The member that holds the steps of a pipeline.
  public static final String STAGES = "stages";

  /// The member that names a step.
  public static final String STAGE_NAME = "name";

  /// More steps than any pipeline has; keeps the work and the size of one submission bounded.
  public static final int MAX_STAGES = 128;

  /// As many as anybody repairs in one round.
  public static final int MAX_ERRORS = 100;

  private static final int MAX_NAME = 100;

  private final List<FactsError> errors = new ArrayList<>();

  private FactsValidator() {}

  /// The errors of the facts found at the JSON pointer `at` of their document; empty if none.
  public static List<FactsError> validate(@Nullable Object facts, String at) {
    var validator = new FactsValidator();
    if (facts instanceof Map<?, ?> members) {
      validator.members(members, at, false);
    } else {
      validator.wrong(at, "facts must be a JSON object", facts, List.of());
    }
    return List.copyOf(validator.errors);
  }

  private void members(Map<?, ?> members, String at, boolean inStage) {
    for (var member : members.entrySet()) {
      var name = String.valueOf(member.getKey());
      var pointer = at + "/" + name.replace("~", "~0").replace("/", "~1");
      if (name.equals(STAGES) && !inStage) {
        stages(member.getValue(), pointer);
      } else if (!(name.equals(STAGE_NAME) && inStage)) {
        FactName.of(name)
            .ifPresentOrElse(
                fact -> value(fact, member.getValue(), pointer),
                () -> wrong(pointer, "unknown fact", name, names(inStage)));
      }
    }
  }

  private void value(FactName fact, @Nullable Object value, String at) {
    if (!fact.isList()) {
      word(fact, value, at);
    } else if (value instanceof List<?> words) {
      for (int i = 0; i < words.size(); i++) {
        word(fact, words.get(i), at + "/" + i);
      }
    } else {
      wrong(at, fact.json() + " must be a list", value, fact.allowed());
    }
  }

  private void word(FactName fact, @Nullable Object value, String at) {
    if (!(value instanceof String word) || !fact.allowed().contains(word)) {
      wrong(at, "not a value of " + fact.json(), value, fact.allowed());
    }
  }

  private void stages(@Nullable Object value, String at) {
    if (!(value instanceof List<?> stages)) {
      wrong(at, "stages must be a list of objects", value, List.of());
      return;
    }
    if (stages.size() > MAX_STAGES) {
      wrong(at, "at most " + MAX_STAGES + " stages", stages.size() + " stages", List.of());
      return;
    }
    for (int i = 0; i < stages.size(); i++) {
      stage(stages.get(i), at + "/" + i);
    }
  }

  private void stage(@Nullable Object value, String at) {
    if (!(value instanceof Map<?, ?> stage)) {
      wrong(at, "a stage must be a JSON object", value, List.of());
      return;
    }
    var name = stage.get(STAGE_NAME);
    if (!(name instanceof String text) || !isName(text)) {
      wrong(
          at + "/" + STAGE_NAME,
          "a stage needs a name of 1 to " + MAX_NAME + " printable characters",
          name,
          List.of());
    }
    members(stage, at, true);
  }

  // An unpaired surrogate has no UTF-8 form, so facts that hold one could not be hashed.
  private static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= MAX_NAME
        && text.codePoints()
            .noneMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private static List<String> names(boolean inStage) {
    var names = new ArrayList<>(Arrays.stream(FactName.values()).map(FactName::json).toList());
    names.add(inStage ? STAGE_NAME : STAGES);
    return names;
  }

  private void wrong(String at, String detail, @Nullable Object value, List<String> allowed) {
    if (errors.size() == MAX_ERRORS) {
      return;
    }
    errors.add(new FactsError(at, detail, Shown.orNull(value), allowed));
  }
}
