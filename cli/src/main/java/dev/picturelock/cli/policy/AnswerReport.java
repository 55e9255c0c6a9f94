package dev.picturelock.cli.policy;

import dev.picturelock.cli.terminal.SafeText;
import dev.picturelock.cli.terminal.Style;
import dev.picturelock.contracts.event.FiredRule;
import dev.picturelock.contracts.event.RiskTier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// An answer as people and as programs read it.
final class AnswerReport {

  private AnswerReport() {}

  static String words(Answer answer) {
    var result = answer.classification();
    var words = new StringBuilder();
    line(words, tier(result.tier()) + "  " + SafeText.of(answer.about()));
    line(words, "");
    line(words, Style.BOLD.of("Required actions"));
    result.requiredActions().forEach(action -> line(words, "  " + SafeText.of(action)));
    line(words, "");
    line(words, Style.BOLD.of("Rules"));
    for (var rule : result.rules()) {
      // Made by whoever wrote the pack; a style is put around it and never taken from it.
      var text = SafeText.of(Objects.requireNonNullElse(rule.text(), ""));
      var source = SafeText.of(Objects.requireNonNullElse(rule.source(), ""));
      line(words, SafeText.of("  %-4s %s".formatted(rule.id(), rule.reason())));
      line(words, "       " + Style.FAINT.of(text));
      line(words, "       " + Style.FAINT.of("Source: " + source));
    }
    line(words, "");
    var pack = result.policyPack();
    line(words, "pack   %s@%s  sha256 %s".formatted(pack.id(), pack.version(), pack.sha256()));
    words.append("facts  sha256 ").append(result.factsSha256());
    var differences = answer.differences();
    if (differences != null) {
      line(words, "");
      line(words, "");
      words.append(verdict(differences));
    }
    return words.toString();
  }

  static String json(Answer answer) {
    var result = answer.classification();
    var pack = result.policyPack();
    var json = new LinkedHashMap<String, Object>();
    json.put("about", answer.about());
    json.put("tier", result.tier().name());
    json.put("requiredActions", result.requiredActions());
    json.put("rules", result.rules().stream().map(AnswerReport::rule).toList());
    json.put(
        "policyPack", Map.of("id", pack.id(), "version", pack.version(), "sha256", pack.sha256()));
    json.put("factsSha256", result.factsSha256());
    json.put("facts", result.facts());
    var differences = answer.differences();
    if (differences != null) {
      json.put("verdict", differences.isEmpty() ? "REPRODUCED" : "DIFFERENT");
      json.put("differences", differences.stream().map(AnswerReport::difference).toList());
    }
    return JsonDocument.canonical(json);
  }

  private static String verdict(List<Difference> differences) {
    if (differences.isEmpty()) {
      return Style.GREEN.of(
          "REPRODUCED: the recorded facts and the recorded pack give the recorded decision");
    }
    var words = new StringBuilder(Style.RED.of("DIFFERENT from what the event records:"));
    for (var difference : differences) {
      words
          .append("%n  %s%n    recorded  ".formatted(difference.what()))
          .append(SafeText.of(difference.recorded()))
          .append("%n    decided   ".formatted())
          .append(SafeText.of(difference.decided()));
    }
    return words.toString();
  }

  private static String tier(RiskTier tier) {
    return switch (tier) {
      case LOW -> Style.GREEN.of(tier.name());
      case CAUTION -> Style.YELLOW.of(tier.name());
      case ESCALATE -> Style.RED.of(tier.name());
    };
  }

  private static Map<String, Object> rule(FiredRule rule) {
    return Map.of(
        "id", rule.id(),
        "reason", rule.reason(),
        "text", Objects.requireNonNullElse(rule.text(), ""),
        "source", Objects.requireNonNullElse(rule.source(), ""));
  }

  private static Map<String, Object> difference(Difference difference) {
    return Map.of(
        "what", difference.what(),
        "recorded", difference.recorded(),
        "decided", difference.decided());
  }

  private static void line(StringBuilder words, String text) {
    words.append(text).append(System.lineSeparator());
  }
}
