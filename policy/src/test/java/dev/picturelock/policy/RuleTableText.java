package dev.picturelock.policy;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A pack's rules and interpretations as the page about them shows them.
final class RuleTableText {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern CHOICE =
      Pattern.compile("if facts\\.(\\w+) = \"(\\w+)\" then \"(\\w+)\" else \"(\\w+)\"");

  private final PolicyPack pack;

  RuleTableText(PolicyPack pack) {
    this.pack = pack;
  }

  String about() {
    var manifest = pack.manifest();
    return String.join(
        "\n",
        "| | |",
        "|---|---|",
        "| Pack | `" + manifest.name() + "`: " + manifest.title() + " |",
        "| Rules | " + pack.rules().size() + " |",
        "| In force from | " + manifest.effectiveFrom() + " |",
        "| Written from | " + manifest.sourcePage() + " |",
        "| Copy of that page of | " + manifest.sourcePageDate() + " |",
        "| SHA-256 of its `policy.dmn` | `" + pack.ref().sha256() + "` |");
  }

  String table() {
    var lines = new ArrayList<String>();
    lines.add("| Id | What the rule says | Fires when | Tier | Actions | Source |");
    lines.add("|---|---|---|---|---|---|");
    for (var rule : pack.rules()) {
      lines.add(
          "| **%s** | %s | %s | %s | %s | %s |"
              .formatted(
                  rule.id(),
                  rule.text(),
                  when(rule),
                  tier(rule.tier()),
                  orNone(String.join(", ", words(rule.actions()))),
                  rule.source()));
    }
    return String.join("\n", lines);
  }

  /// What was decided, in the pack's own words, and the rules whose source names it.
  String interpretation(String id) {
    var decided =
        pack.manifest().interpretations().stream()
            .filter(one -> one.id().equals(id))
            .map(PackManifest.Interpretation::text)
            .collect(joining());
    return "**Decided.** " + decided + "\n\n**Rules that name it:** " + orNone(shapedBy(id)) + ".";
  }

  private String shapedBy(String id) {
    return pack.rules().stream()
        .filter(rule -> Pattern.compile("\\b" + id + "\\b").matcher(rule.source()).find())
        .map(Rule::id)
        .collect(joining(", "));
  }

  private static String when(Rule rule) {
    return rule.conditions().isEmpty()
        ? "always"
        : rule.conditions().stream().map(RuleTableText::condition).collect(joining("; and "));
  }

  private static String condition(Rule.Condition cell) {
    var column = cell.column().replaceFirst(" \\(.*\\)$", "");
    var verb = cell.test().startsWith("some kind in ?") ? ": includes " : ": ";
    return "*" + column + "*" + verb + either(words(cell.test()));
  }

  private static String tier(String cell) {
    var choice = CHOICE.matcher(cell);
    return choice.matches()
        ? "%3$s if `%1$s` is %2$s, else %4$s"
            .formatted(choice.group(1), choice.group(2), choice.group(3), choice.group(4))
        : cell;
  }

  private static List<String> words(String cell) {
    return QUOTED.matcher(cell).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static String either(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "none" : text;
  }
}
