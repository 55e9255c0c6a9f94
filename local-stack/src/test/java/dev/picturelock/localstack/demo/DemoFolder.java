package dev.picturelock.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The demo as it lies in the repository.
final class DemoFolder {

  static final Path ROOT = Path.of(System.getProperty("picturelock.root"));
  static final Path DEMO = ROOT.resolve("deploy/demo");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ANY_ID = "00000000-0000-7000-8000-000000000000";

  private DemoFolder() {}

  static List<Step> steps() throws IOException {
    return Chapter.readAll(DEMO).stream().flatMap(chapter -> chapter.steps().stream()).toList();
  }

  /// Registrations with an id in the place of every variable.
  static List<JsonNode> registrations() throws IOException {
    try (var lines = Files.lines(DEMO.resolve("assets.ndjson"))) {
      return lines.map(DemoFolder::json).toList();
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replaceAll("\\{\\{[^}]+}}", ANY_ID));
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON: " + text, e);
    }
  }

  /// The object itself and everything in it.
  static Stream<JsonNode> within(JsonNode node) {
    return Stream.concat(Stream.of(node), node.valueStream().flatMap(DemoFolder::within));
  }
}
