package dev.picturelock.localstack.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// One request and what it must bring about.
///
/// - **where** file and line, **title** what it does
/// - **onlyIf** conditions on variables; unless all hold the step is left out
/// - **expected** statuses; empty means any that says success
/// - **waits** repeats the request until everything holds
/// - **keeps** values of the answer for later steps, **checks** conditions on places in it
record Step(
    String where,
    String title,
    List<Condition> onlyIf,
    Set<Integer> expected,
    boolean waits,
    List<Keep> keeps,
    List<Condition> checks,
    String method,
    String url,
    Map<String, String> headers,
    Body body) {

  private static final String BEARER = "Bearer {{";

  Step {
    onlyIf = List.copyOf(onlyIf);
    expected = Set.copyOf(expected);
    keeps = List.copyOf(keeps);
    checks = List.copyOf(checks);
    headers = Map.copyOf(headers);
  }

  /// A value of the answer under a name for later steps.
  record Keep(String name, Place place, boolean required) {}

  /// What is sent.
  sealed interface Body {
    record None() implements Body {}

    record Text(String text) implements Body {}

    /// A file beside the step file.
    ///
    /// - **filled** variables in it are replaced
    record File(String name, boolean filled) implements Body {}
  }

  boolean isExpected(int status) {
    return expected.isEmpty() ? status / 100 == 2 : expected.contains(status);
  }

  /// The login of whoever sends it.
  String account() {
    var authorization = headers.getOrDefault("Authorization", "");
    if (!authorization.startsWith(BEARER) || !authorization.endsWith("}}")) {
      throw new IllegalArgumentException(where + ": want 'Authorization: Bearer {{<account>}}'");
    }
    return authorization.substring(BEARER.length(), authorization.length() - 2);
  }
}
