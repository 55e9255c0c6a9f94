package dev.picturelock.intake.asset.http;

import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;

/// Says of a problem found in a part of a body where it is in the whole.
final class Pointers {
  private Pointers() {}

  static ProblemException below(String prefix, ProblemException refused) {
    var problem = refused.problem();
    if (problem.errors().isEmpty()) {
      return refused;
    }
    var errors =
        problem.errors().stream()
            .map(e -> new FieldError(prefix + e.pointer(), e.detail(), e.value(), e.allowed()))
            .toList();
    var first = problem.errors().getFirst().pointer();
    return new ProblemException(
        refused.type(), detail(problem.detail(), first, prefix), errors, problem.details());
  }

  /// A detail names the first pointer as its beginning or its end, or not at all.
  private static String detail(String detail, String pointer, String prefix) {
    if (pointer.isEmpty()) {
      return detail;
    }
    if (detail.startsWith(pointer + ":")) {
      return prefix + detail;
    }
    return detail.endsWith(" " + pointer)
        ? detail.substring(0, detail.length() - pointer.length()) + prefix + pointer
        : detail;
  }
}
