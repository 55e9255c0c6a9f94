package dev.picturelock.localstack.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads one step: comments with directives, the request line, headers, an empty line, the body.
final class StepReader {

  private static final String DIRECTIVE = "# @";

  private final String where;
  private final List<String> lines;
  private final List<Condition> onlyIf = new ArrayList<>();
  private final Set<Integer> expected = new HashSet<>();
  private final List<Step.Keep> keeps = new ArrayList<>();
  private final List<Condition> checks = new ArrayList<>();
  private boolean waits;
  private int at = 1;

  StepReader(String where, List<String> lines) {
    this.where = where;
    this.lines = lines;
  }

  Step read(String title) {
    while (at < lines.size() && lines.get(at).startsWith("#")) {
      var line = lines.get(at++);
      if (line.startsWith(DIRECTIVE)) {
        directive(line.substring(DIRECTIVE.length()).strip());
      }
    }
    var request = at < lines.size() ? lines.get(at++).split(" ", 2) : new String[0];
    if (request.length != 2) {
      throw new IllegalArgumentException("want a request line: <method> <address>");
    }
    var headers = headers();
    return new Step(
        where,
        title,
        onlyIf,
        expected,
        waits,
        keeps,
        checks,
        request[0],
        request[1].strip(),
        headers,
        body());
  }

  private void directive(String text) {
    var words = text.split(" ", 2);
    var rest = words.length == 2 ? words[1].strip() : "";
    switch (words[0]) {
      case "only-if" -> onlyIf.add(Condition.parse(rest));
      case "expect" -> {
        for (var status : rest.split(",", -1)) {
          expected.add(Integer.parseInt(status.strip()));
        }
      }
      case "wait" -> waits = true;
      case "keep" -> keeps.add(keep(rest, true));
      case "keep-if-there" -> keeps.add(keep(rest, false));
      case "check" -> checks.add(Condition.parse(rest));
      default -> throw new IllegalArgumentException("unknown directive '@" + words[0] + "'");
    }
  }

  private static Step.Keep keep(String text, boolean required) {
    var sides = text.split(" = ", 2);
    if (sides.length != 2) {
      throw new IllegalArgumentException("want '<name> = <place>', got '" + text + "'");
    }
    return new Step.Keep(sides[0].strip(), new Place(sides[1].strip()), required);
  }

  private Map<String, String> headers() {
    var headers = new TreeMap<String, String>();
    while (at < lines.size() && !lines.get(at).isBlank()) {
      var sides = lines.get(at++).split(":", 2);
      if (sides.length != 2) {
        throw new IllegalArgumentException("want '<header>: <value>', got '" + sides[0] + "'");
      }
      headers.put(sides[0].strip(), sides[1].strip());
    }
    return headers;
  }

  private Step.Body body() {
    var text = String.join("\n", lines.subList(at, lines.size())).strip();
    if (text.isEmpty()) {
      return new Step.Body.None();
    }
    if (text.startsWith("<@ ")) {
      return new Step.Body.File(text.substring(3).strip(), true);
    }
    return text.startsWith("< ")
        ? new Step.Body.File(text.substring(2).strip(), false)
        : new Step.Body.Text(text);
  }
}
