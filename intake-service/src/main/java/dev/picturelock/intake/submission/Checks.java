package dev.picturelock.intake.submission;

import dev.picturelock.contracts.facts.FactsValidator;
import dev.picturelock.contracts.text.Shown;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Collects everything that is wrong with a submission, so that it can be repaired in one round.
///
/// Of very many errors the first [#MAX_ERRORS] are told, so that a body full of them cannot fill
/// memory.
public final class Checks {
  public static final Pattern TOOL_ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
  public static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
  public static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  public static final Pattern C4 = Pattern.compile("c4[1-9A-HJ-NP-Za-km-z]{88}");
  public static final int LONG_TEXT = 32_768;
  public static final int TEXT = 1_024;

  private static final int MAX_ERRORS = FactsValidator.MAX_ERRORS;

  private final List<FieldError> errors = new ArrayList<>();
  private int found;
  private boolean onlyFacts = true;

  public void pattern(String at, @Nullable String value, Pattern pattern, String want) {
    if (value != null && !pattern.matcher(value).matches()) {
      wrong(at, "want " + want, value, List.of());
    }
  }

  public void oneOf(String at, @Nullable String value, List<String> allowed) {
    if (value != null && !allowed.contains(value)) {
      wrong(at, "want one of " + String.join(", ", allowed), value, allowed);
    }
  }

  /// Not blank, not longer than `max`, and nothing that PostgreSQL or a reader could not show. The
  /// text itself is never told: prompts and names of people come through here.
  public void text(String at, @Nullable String value, int max) {
    if (value == null) {
      return;
    }
    if (value.isBlank()) {
      wrong(at, "must not be blank", "", List.of());
    } else if (value.length() > max) {
      var seen = value.length() + " characters";
      wrong(at, "want at most " + max + " characters, got " + seen, seen, List.of());
    } else {
      value
          .codePoints()
          .filter(Checks::isNoText)
          .findFirst()
          .ifPresent(c ->
              wrong(at, "holds a character that is no text", "U+%04X".formatted(c), List.of()));
    }
  }

  public void require(boolean holds, String at, String detail, @Nullable String value) {
    if (!holds) {
      wrong(at, detail, value, List.of());
    }
  }

  public void facts(@Nullable Object facts, String at) {
    for (var error : FactsValidator.validate(facts, at)) {
      add(new FieldError(error.pointer(), error.detail(), error.value(), error.allowed()));
    }
  }

  /// - **Errors:** [ProblemException] that lists what is wrong
  public void orThrow() {
    if (!errors.isEmpty()) {
      var first = errors.getFirst();
      var detail = first.pointer() + ": " + first.detail();
      var more = found - 1;
      throw new ProblemException(
          onlyFacts ? ProblemType.INVALID_FACTS : ProblemType.INVALID_BODY,
          more == 0 ? detail : detail + " (and " + more + " more)",
          errors);
    }
  }

  private void wrong(String at, String detail, @Nullable String value, List<String> allowed) {
    onlyFacts = false;
    add(new FieldError(at, detail, Shown.orNull(value), allowed));
  }

  private void add(FieldError error) {
    found++;
    if (errors.size() < MAX_ERRORS) {
      errors.add(error);
    }
  }

  private static boolean isNoText(int c) {
    return c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
