package dev.picturelock.policy;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.picturelock.contracts.event.FiredRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the shipped pack really answers about some facts, laid out for the page about it.
final class AnswerText {
  private AnswerText() {}

  /// The whole answer as JSON.
  static String whole(Map<String, Object> facts) {
    var got = InstalledPack.classify(facts);
    return """
    ```json
    {
      "tier": %s,
      "requiredActions": %s,
      "rules": [
    %s
      ],
      "policyPack": %s,
      "factsSha256": %s,
      "facts": %s
    }
    ```\
    """
        .formatted(
            json(got.tier()),
            json(got.requiredActions()),
            got.rules().stream().map(AnswerText::rule).collect(joining(",\n")),
            json(got.policyPack()),
            json(got.factsSha256()),
            json(got.facts()));
  }

  /// Tier, rules and actions in three lines.
  static String outcome(Map<String, Object> facts) {
    var got = InstalledPack.classify(facts);
    var all = InstalledPack.PACK.rules().size();
    return """
    ```
    tier     %s
    rules    %s (%d of %d)
    actions  %s
    ```\
    """
        .formatted(
            got.tier(),
            String.join(" ", InstalledPack.ruleIds(got)),
            got.rules().size(),
            all,
            String.join(" ", got.requiredActions()));
  }

  private static String rule(FiredRule rule) {
    return "    {\"id\": %s,\n     \"reason\": %s,\n     \"text\": %s,\n     \"source\": %s}"
        .formatted(json(rule.id()), json(rule.reason()), json(rule.text()), json(rule.source()));
  }

  private static String json(@Nullable Object value) {
    try {
      return InstalledPack.JSON
          .writeValueAsString(value)
          .replace("\",\"", "\", \"")
          .replace("],\"", "], \"")
          .replace("\":", "\": ");
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
