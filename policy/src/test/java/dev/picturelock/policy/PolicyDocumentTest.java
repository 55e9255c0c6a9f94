package dev.picturelock.policy;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.picturelock.policy.PackManifest.Interpretation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page for the lawyer says what the pack says, word for word and hash for hash.
class PolicyDocumentTest {
  private static final String HOW_TO_RENEW =
      "renew its generated blocks with"
          + " `mvn -o test -pl policy -am -Dtest=PolicyDocumentTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dpicturelock.renew=true`,"
          + " then read the difference";

  @Test
  void thePageShowsTheRulesTheInterpretationsAndTheSilenceOfThePack() throws IOException {
    var page = PolicyDocument.read();

    var renewed = page.renewed();

    if (Boolean.getBoolean("picturelock.renew")) {
      Files.writeString(PolicyDocument.FILE, renewed);
    } else if (!renewed.equals(page.text())) {
      fail(
          "docs/policy.md is not what the pack says; %s. First difference:%n%s"
              .formatted(HOW_TO_RENEW, firstDifference(page.text(), renewed)));
    }
  }

  @Test
  void noBlockOfThePageIsMissing() throws IOException {
    var wanted = new ArrayList<String>();
    wanted.add("about");
    wanted.add("rules");
    wanted.add("helpers");
    wanted.add("silence");
    wanted.add("doubt");
    InstalledPack.PACK.manifest().interpretations().stream()
        .map(Interpretation::id)
        .forEach(id -> wanted.add("interpretation " + id));

    assertThat(PolicyDocument.read().names()).doesNotHaveDuplicates().containsAll(wanted);
  }

  @Test
  void theTableOfActionsNamesEveryActionAndTheRulesThatAskForIt() throws IOException {
    var asked = new LinkedHashMap<String, String>();
    for (var action : allowedActions()) {
      var rules =
          InstalledPack.PACK.rules().stream()
              .filter(rule -> rule.actions().contains('"' + action + '"'))
              .map(Rule::id)
              .collect(joining(", "));
      asked.put(action, rules.isEmpty() ? "tier ESCALATE" : rules);
    }

    var shown = actionsOfThePage(PolicyDocument.read().text());

    assertThat(shown)
        .as("rows of the table of actions in docs/policy.md, changed by hand")
        .containsExactlyInAnyOrderEntriesOf(asked);
  }

  private static Map<String, String> actionsOfThePage(String page) {
    return Pattern.compile("^\\| `([A-Z_]+)` \\|.*\\| ([^|]+) \\|$", Pattern.MULTILINE)
        .matcher(page)
        .results()
        .collect(toMap(row -> row.group(1), row -> row.group(2)));
  }

  private static List<String> allowedActions() {
    var values =
        Pattern.compile("<allowedValues id=\"tAction_values\">\\s*<text>([^<]*)</text>")
            .matcher(InstalledPack.PACK.dmn().toString());
    assertThat(values.find()).isTrue();
    return Pattern.compile("\"([A-Z_]+)\"")
        .matcher(values.group(1))
        .results()
        .map(word -> word.group(1))
        .toList();
  }

  private static String firstDifference(String is, String want) {
    var lines = is.lines().toList();
    var wanted = want.lines().toList();
    int at = 0;
    while (at < Math.min(lines.size(), wanted.size()) && lines.get(at).equals(wanted.get(at))) {
      at++;
    }
    return "line %d%n  is   %s%n  want %s"
        .formatted(
            at + 1,
            at < lines.size() ? lines.get(at) : "(the end)",
            at < wanted.size() ? wanted.get(at) : "(the end)");
  }
}
