package dev.picturelock.intake.submission;

import dev.picturelock.contracts.text.Shown;
import dev.picturelock.kit.json.JsonPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a submission says at a JSON pointer, for people to read.
public final class Values {

  private Values() {}

  /// Null where it says nothing; long texts are cut, of lists and objects only the kind is told.
  public static @Nullable String at(Object submission, String pointer) {
    @Nullable Object value = JsonPolicy.plain(submission);
    for (var step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      value = below(value, step.replace("~1", "/").replace("~0", "~"));
    }
    return switch (value) {
      case null -> null;
      case Map<?, ?> members -> members.isEmpty() ? "an empty object" : "an object";
      case List<?> items -> items.isEmpty() ? "an empty array" : "an array";
      default -> Shown.of(value.toString());
    };
  }

  private static @Nullable Object below(@Nullable Object value, String step) {
    if (value instanceof Map<?, ?> members) {
      return members.get(step);
    }
    return value instanceof List<?> items && isIndex(step, items.size())
        ? items.get(Integer.parseInt(step))
        : null;
  }

  private static boolean isIndex(String step, int size) {
    return step.matches("[0-9]{1,9}") && Integer.parseInt(step) < size;
  }
}
