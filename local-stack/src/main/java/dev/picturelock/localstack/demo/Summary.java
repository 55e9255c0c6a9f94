package dev.picturelock.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the title looks like once everything is loaded, counted over the same public API.
final class Summary {

  private final Variables variables;
  private final Web web;

  Summary(Variables variables, Web web) {
    this.variables = variables;
    this.web = web;
  }

  List<String> lines() {
    var assets = items("{{provenance}}/v1/titles/demo/assets");
    var reviews = items("{{approval}}/v1/titles/demo/reviews");
    var elements = items("{{provenance}}/v1/titles/demo/cuts/{{cut}}/elements");
    return List.of(
        line("asset versions", assets, "/tier", "made without AI"),
        line("reviews", reviews, "/status", "unknown"),
        line("cut elements", elements, "/verdict", "switched off"));
  }

  private static String line(String what, List<JsonNode> items, String place, String otherwise) {
    Map<String, Long> counts =
        items.stream()
            .collect(
                Collectors.groupingBy(
                    item -> new Place(place).find(item).orElse(otherwise),
                    TreeMap::new,
                    Collectors.counting()));
    return "%d %s: %s"
        .formatted(
            items.size(),
            what,
            counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", ")));
  }

  private List<JsonNode> items(String address) {
    var items = new ArrayList<JsonNode>();
    var headers = Map.of("Authorization", variables.fill("Bearer {{producer}}"));
    Optional<String> next = Optional.empty();
    do {
      var cursor = next.map(at -> "&cursor=" + Web.encoded(at)).orElse("");
      var url = variables.fill(address) + "?limit=200" + cursor;
      var answer = web.send("GET", url, headers, new byte[0]);
      if (answer.status() != 200) {
        throw new IllegalStateException(
            "GET %s: %d %s".formatted(url, answer.status(), answer.text()));
      }
      answer.json().path("items").forEach(items::add);
      next = new Place("/next").find(answer.json());
    } while (next.isPresent());
    return items;
  }
}
