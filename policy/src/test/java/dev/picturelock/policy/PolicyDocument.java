package dev.picturelock.policy;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page about the rules, and what its generated blocks must say.
///
/// - **Block:** from `<!-- generated: NAME -->` to `<!-- end -->`, a line each
/// - **Facts:** a JSON block behind `<!-- facts: NAME -->` is what `answer NAME` and `outcome NAME`
///   are the real result of
final class PolicyDocument {
  static final Path FILE = Path.of(System.getProperty("picturelock.root", ".."), "docs/policy.md");

  private static final Pattern BLOCK =
      Pattern.compile("<!-- generated: ([\\w ]+) -->\n(.*?)<!-- end -->", Pattern.DOTALL);
  private static final Pattern FACTS =
      Pattern.compile("<!-- facts: (\\w+) -->\n```json\n(.*?)```", Pattern.DOTALL);

  private final String text;
  private final Map<String, UnaryOperator<String>> blocks;

  private PolicyDocument(String text) {
    this.text = text;
    var rules = new RuleTableText(InstalledPack.PACK);
    var silence = new SilenceText(InstalledPack.PACK);
    this.blocks =
        Map.of(
            "about", _ -> rules.about(),
            "rules", _ -> rules.table(),
            "helpers", _ -> silence.helpers(),
            "silence", _ -> silence.table(),
            "doubt", _ -> DoubtText.table(),
            "interpretation", rules::interpretation,
            "answer", name -> AnswerText.whole(facts(name)),
            "outcome", name -> AnswerText.outcome(facts(name)),
            "fault", FaultText::of);
  }

  static PolicyDocument read() throws IOException {
    return new PolicyDocument(Files.readString(FILE));
  }

  String text() {
    return text;
  }

  /// Names of all blocks in the order of the page.
  List<String> names() {
    return BLOCK.matcher(text).results().map(block -> block.group(1)).toList();
  }

  /// The page with every generated block as the pack has it now.
  String renewed() {
    return BLOCK
        .matcher(text)
        .replaceAll(block ->
            Matcher.quoteReplacement(
                "<!-- generated: %s -->\n%s\n<!-- end -->"
                    .formatted(block.group(1), content(block))));
  }

  private String content(MatchResult block) {
    var words = block.group(1).split(" ", 2);
    var renderer = blocks.get(words[0]);
    if (renderer == null) {
      throw new AssertionError("nobody knows how to write the block " + block.group(1));
    }
    return renderer.apply(words.length == 2 ? words[1] : "").strip();
  }

  private Map<String, Object> facts(String name) {
    var json =
        FACTS
            .matcher(text)
            .results()
            .filter(found -> found.group(1).equals(name))
            .map(found -> found.group(2))
            .collect(joining());
    try {
      return requireNonNull(
          InstalledPack.JSON.readValue(json, new TypeReference<Map<String, Object>>() {}));
    } catch (JsonProcessingException broken) {
      throw new AssertionError("the facts " + name + " of the page are no JSON", broken);
    }
  }
}
