package dev.picturelock.contracts.event;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The contract documents as they lie on the class path, read as plain JSON so that nothing of the
/// records can hide a mistake in them.
final class ContractFiles {
  static final JsonMapper JSON = JsonMapper.shared();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private ContractFiles() {}

  /// A complete event below `samples/<contract>/<name>.json`.
  record Sample(String contract, String name, JsonNode tree) {
    @Override
    public String toString() {
      return contract + "/" + name;
    }
  }

  /// The newest schema of a contract, for example `asset.registered`.
  static JsonNode schema(String contract) {
    return Objects.requireNonNull(schemas().get("schemas/" + contract + "/1-0-0.json"), contract);
  }

  /// All schemas by their path below the resources.
  static Map<String, JsonNode> schemas() {
    var schemas = new TreeMap<String, JsonNode>();
    files("schemas").forEach(file -> schemas.put(pathOf(file), JSON.readTree(file)));
    return schemas;
  }

  static List<Sample> samples() {
    return files("samples").stream().map(ContractFiles::sample).toList();
  }

  /// The samples that are events.
  static List<Sample> events() {
    return samples().stream().filter(sample -> !sample.contract().equals("disclosure")).toList();
  }

  static Sample event(String contract, String name) {
    return events().stream()
        .filter(sample -> sample.contract().equals(contract) && sample.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static JsonNode asyncApi() {
    return YAMLMapper.shared().readTree(root().resolve("asyncapi.yaml"));
  }

  static JsonNode questionnaire() {
    return JSON.readTree(root().resolve("questionnaire.json"));
  }

  static boolean exists(String path) {
    return Files.isRegularFile(root().resolve(path));
  }

  /// What is wrong with `document` by `schema`; formats count.
  static List<String> errors(JsonNode schema, JsonNode document) {
    return REGISTRY
        .getSchema(schema)
        .validate(
            document, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  /// `asset.registered` for [AssetRegistered].
  static String contractOf(Class<? extends Fact> type) {
    return EventTypes.schemaOf(type)
        .replaceFirst("^urn:picturelock:schema:", "")
        .replaceFirst(":.*$", "");
  }

  private static Sample sample(Path file) {
    var name = file.getFileName().toString().replaceFirst("\\.json$", "");
    var contract = Objects.requireNonNull(file.getParent()).getFileName().toString();
    return new Sample(contract, name, JSON.readTree(file));
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> files = Files.walk(root().resolve(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pathOf(Path file) {
    return root().relativize(file).toString().replace('\\', '/');
  }

  private static Path root() {
    var asyncApi = Objects.requireNonNull(ContractFiles.class.getResource("/asyncapi.yaml"));
    try {
      return Objects.requireNonNull(Path.of(asyncApi.toURI()).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the resources are a folder in tests", e);
    }
  }
}
