package dev.picturelock.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Facts and what the rule book says about them.
///
/// - **actions** sorted, **rules** in table order
record PolicyCase(String id, String facts, String tier, List<String> actions, List<String> rules) {

  /// The collection beside the repository; on a machine without it there is none.
  static final Path SHARED =
      RunningStack.ROOT.resolveSibling("shared/data/policy-cases.csv").normalize();

  PolicyCase {
    actions = List.copyOf(actions);
    rules = List.copyOf(rules);
  }

  /// Those of the repository.
  static List<PolicyCase> own() {
    try (var stream =
        Objects.requireNonNull(PolicyCase.class.getResourceAsStream("/policy-cases.csv"))) {
      return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Those beside the repository; none where they are absent.
  static List<PolicyCase> shared() {
    try {
      return Files.exists(SHARED) ? parse(Files.readString(SHARED)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String asset() {
    return "case_" + id;
  }

  String use() {
    return "use-" + id;
  }

  /// What an answer says, in the same form; rules are given as objects or as plain ids.
  PolicyCase with(JsonNode answer) {
    return new PolicyCase(
        id,
        facts,
        answer.path("tier").asText(),
        texts(answer.path("requiredActions")).stream().sorted().toList(),
        texts(answer.path("rules")));
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(item -> texts.add(item.isObject() ? item.path("id").asText() : item.asText()));
    return texts;
  }

  private static List<PolicyCase> parse(String csv) {
    var rows = Csv.rows(csv);
    var names = rows.getFirst();
    return rows.stream().skip(1).map(row -> of(names, row)).toList();
  }

  private static PolicyCase of(List<String> names, List<String> row) {
    return new PolicyCase(
        row.get(names.indexOf("id")),
        row.get(names.indexOf("facts")),
        row.get(names.indexOf("expected_tier")),
        words(row.get(names.indexOf("expected_required_actions"))).stream().sorted().toList(),
        words(row.get(names.indexOf("expected_rule_ids"))));
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.split(";", -1)).filter(word -> !word.isEmpty()).toList();
  }
}
