package dev.picturelock.policy;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.picturelock.contracts.facts.FactName;
import dev.picturelock.contracts.facts.Facts;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Every question with its answers and what silence on it counts as, tried out and not looked up.
final class SilenceText {
  private final Document dmn;

  SilenceText(PolicyPack pack) {
    try {
      this.dmn =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(pack.dmn().bytes()));
    } catch (Exception unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  String table() {
    var lines = new ArrayList<String>();
    lines.add("| Fact | What is asked | Answers | Silence counts as |");
    lines.add("|---|---|---|---|");
    for (var fact : FactName.values()) {
      var answers = String.join(", ", fact.allowed());
      lines.add(
          "| `%s` | %s | %s | %s |"
              .formatted(
                  fact.json(),
                  childText("tFacts_" + fact.json(), "description"),
                  fact.isList() ? "any of " + answers : answers,
                  silence(fact)));
    }
    return String.join("\n", lines);
  }

  /// The columns of the table that are worked out from several answers.
  String helpers() {
    return List.of("replaces_people", "draws_attention", "pipeline").stream()
        .map(id ->
            "* **%s** (%s) %s"
                .formatted(
                    requireNonNull(element(id)).getAttribute("name"),
                    childText(id, "question"),
                    childText(id, "description")))
        .collect(joining("\n"));
  }

  private static String silence(FactName fact) {
    var plain = silence(fact, Map.of());
    var byDriver = new LinkedHashMap<String, String>();
    for (var driver : FactName.values()) {
      var differing = new LinkedHashMap<String, List<String>>();
      for (var answer : driver.isList() || driver == fact ? List.<String>of() : driver.allowed()) {
        differing
            .computeIfAbsent(silence(fact, Map.of(driver.json(), answer)), _ -> new ArrayList<>())
            .add(answer);
      }
      if (differing.size() > 1) {
        byDriver.put(
            driver.json(),
            differing.entrySet().stream()
                .map(e ->
                    e.getKey()
                        + " if `"
                        + driver.json()
                        + "` is "
                        + String.join(" or ", e.getValue()))
                .collect(joining("; ")));
      }
    }
    if (byDriver.isEmpty()) {
      return plain;
    }
    if (byDriver.size() > 1) {
      throw new AssertionError("silence on " + fact + " depends on several answers: " + byDriver);
    }
    return byDriver.values().iterator().next();
  }

  private static String silence(FactName fact, Map<String, Object> stated) {
    var value = requireNonNull(NormalisedFacts.of(new Facts(stated)).asMap().get(fact.json()));
    return value.equals(List.of()) ? "nothing goes in (empty list)" : value.toString();
  }

  private String childText(String id, String child) {
    var parent = element(id);
    var found = parent == null ? null : parent.getElementsByTagName(child).item(0);
    if (found == null) {
      throw new AssertionError("want a " + child + " in " + id + " of policy.dmn");
    }
    return requireNonNull(found.getTextContent()).strip();
  }

  private @Nullable Element element(String id) {
    var all = dmn.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element element && element.getAttribute("id").equals(id)) {
        return element;
      }
    }
    return null;
  }
}
