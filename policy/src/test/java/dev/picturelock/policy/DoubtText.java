package dev.picturelock.policy;

import dev.picturelock.contracts.facts.FactName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Where an answer taken back to `unsure` makes an action fall away, found by trying.
///
/// Tried on the transcription, which agrees with the table on random facts (another test) and is
/// fast enough for many. Facts are without stages.
final class DoubtText {
  private static final int TRIES = 5_000;

  private DoubtText() {}

  static String table() {
    var lines = new ArrayList<String>();
    lines.add(
        "| Answer that becomes unsure | Action that falls away | Required in any case then |");
    lines.add("|---|---|---|");
    for (var fact : FactName.values()) {
      var answers = new LinkedHashMap<String, List<String>>();
      for (var answer : fact.allowed()) {
        if (!answer.equals("unsure")) {
          fallsAway(fact, answer)
              .ifPresent(row -> answers.computeIfAbsent(row, _ -> new ArrayList<>()).add(answer));
        }
      }
      answers.forEach((row, same) ->
          lines.add("| `%s` %s %s".formatted(fact.json(), String.join(", ", same), row)));
    }
    return String.join("\n", lines);
  }

  private static Optional<String> fallsAway(FactName fact, String answer) {
    var random = new RandomFacts(7);
    var gone = new TreeSet<String>();
    var left = new TreeSet<String>();
    for (int i = 0; i < TRIES; i++) {
      var facts = new HashMap<>(random.next());
      facts.remove("stages");
      var before = TranscribedRules.of(with(facts, fact, answer));
      var after = TranscribedRules.of(with(facts, fact, "unsure"));
      if (after.tier.compareTo(before.tier) < 0) {
        throw new AssertionError("doubt lowers the tier: " + fact + " " + answer + " " + facts);
      }
      var missing = new TreeSet<>(before.actions);
      missing.removeAll(after.actions);
      if (!missing.isEmpty()) {
        if (gone.isEmpty()) {
          left.addAll(after.actions);
        }
        gone.addAll(missing);
        left.retainAll(after.actions);
      }
    }
    left.remove("NOTIFY_CONTACT");
    return gone.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "| %s | %s |"
                .formatted(
                    String.join(", ", gone),
                    left.isEmpty() ? "nothing more" : String.join(", ", left)));
  }

  private static Map<String, Object> with(Map<String, Object> facts, FactName fact, String answer) {
    var changed = new HashMap<>(facts);
    changed.put(fact.json(), fact.isList() ? List.of(answer) : answer);
    return changed;
  }
}
