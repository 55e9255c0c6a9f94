package dev.picturelock.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.picturelock.cli.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifyCommandTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FACTS =
      """
      {"mediaUse": "ideation", "outputReplicatesThirdParty": "no", "toolStoresOrTrains": "no",
       "enterpriseTool": "yes", "inputKinds": [], "talentUse": "none", "unionWorkImpact": "no"}
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void saysWhatAReportedUseNeedsByThePackItNames() throws IOException {
    var run = Run.of("classify", "--event", event("use.reported", data(FACTS)));

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("LOW  use/ideas/1 of title demo")
        .contains("  NOTIFY_CONTACT")
        .contains("  R00  Every use of generative AI is reported.")
        .contains("Source: Page, introduction")
        .contains("  M1   The result serves ideation only.")
        .containsPattern("pack   netflix-genai-2025-08@1\\.0\\.0  sha256 [0-9a-f]{64}")
        .containsPattern("facts  sha256 [0-9a-f]{64}")
        .doesNotContain("\033", "REPRODUCED");
  }

  @Test
  void anEventThatNamesTheIdAloneMeansTheOldestVersionAndAPersonTheNewest() throws IOException {
    new Packs(folder).copy("1.1.0");
    var unpinned = data(FACTS).replace("netflix-genai-2025-08@1.0.0", "netflix-genai-2025-08");
    var preview = "{\"facts\": " + FACTS + ", \"policyPack\": \"netflix-genai-2025-08\"}";

    var byTheEvent =
        Run.of(
            "classify", "--packs", folder.toString(), "--event", event("use.reported", unpinned));
    var byAPerson =
        Run.withInput(bytes(preview), "classify", "--packs", folder.toString(), "--facts", "-");

    assertThat(byTheEvent.out()).contains("pack   netflix-genai-2025-08@1.0.0  sha256");
    assertThat(byAPerson.out()).contains("pack   netflix-genai-2025-08@1.1.0  sha256");
  }

  @Test
  void whatAPackSaysCannotSteerTheTerminal() throws IOException {
    var pack = new Packs(folder).copy("1.1.0");
    Packs.replace(
        pack.resolve("policy.dmn"), "The result serves ideation only.", "Fine.&#x9b;31m&#x202e;");

    var run = Run.withInput(bytes(FACTS), "classify", "--packs", folder.toString(), "--facts", "-");

    assertThat(run.out()).contains("Fine.?31m?").doesNotContain("\u009b", "\u202e");
  }

  @Test
  void printsTheSameAsCanonicalJson() throws IOException {
    var run = Run.of("classify", "--json", "--event", event("use.amended", data(FACTS)));

    var json = json(run);
    assertThat(run.out()).startsWith("{\"about\":\"use/ideas/1 of title demo\",\"facts\":{");
    assertThat(json.at("/tier").asText()).isEqualTo("LOW");
    assertThat(json.at("/requiredActions").toString()).isEqualTo("[\"NOTIFY_CONTACT\"]");
    assertThat(json.at("/rules").findValuesAsText("id")).containsExactly("R00", "M1");
    assertThat(json.at("/rules/1/text").asText()).isNotBlank();
    assertThat(json.at("/rules/1/source").asText()).startsWith("Page, matrix row 1");
    assertThat(json.at("/facts/trainsModel").asText()).isEqualTo("no");
    assertThat(json.has("verdict")).isFalse();
  }

  @Test
  void readsFactsAloneOrAPreviewFromStandardInput() {
    var alone = Run.withInput(bytes(FACTS), "classify", "--json", "--facts", "-");
    var preview =
        Run.withInput(
            bytes("{\"facts\": " + FACTS + ", \"policyPack\": \"netflix-genai-2025-08\"}"),
            "classify",
            "--json",
            "--facts",
            "-");

    assertThat(alone.exitCode()).isZero();
    assertThat(preview.out()).isEqualTo(alone.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"use.classified", "asset.classified"})
  void reproducesADecisionOnRecord(String type) throws IOException {
    var run = Run.of("classify", "--event", event(type, recorded()));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("REPRODUCED");
    assertThat(
            json(Run.of("classify", "--json", "--event", event(type, recorded()))).at("/verdict"))
        .hasToString("\"REPRODUCED\"");
  }

  @Test
  void reproducesADecisionAboutAPipelineWhoseStagesAreWrittenAsDifferences() throws IOException {
    var facts =
        """
        {"mediaUse": "temporary", "customPipeline": "yes", "stages":
          [{"name": "upscale", "mediaUse": "final"}, {"name": "layout", "inputKinds": ["script"]}]}
        """;

    var run = Run.of("classify", "--event", event("use.classified", recorded(facts)));

    assertThat(run.out()).contains("REPRODUCED");
    assertThat(run.exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "\"tier\":\"LOW\", \"tier\":\"CAUTION\", tier",
    "\"NOTIFY_CONTACT\", \"FLAG_EARLY\", requiredActions",
    "\"id\":\"M1\", \"id\":\"M2\", rules",
    "The result serves ideation only., It is fine., rule M1 reason",
    "\"mediaUse\":\"ideation\", \"mediaUse\":\"temporary\", factsSha256",
    "\"version\":\"1.0.0\", \"version\":\"0.9.0\", policyPack"
  })
  void namesWhatDiffersFromARecordThatWasAltered(String before, String after, String what)
      throws IOException {
    var altered = recorded();
    assertThat(altered).contains(before);

    var run =
        Run.of("classify", "--event", event("use.classified", altered.replace(before, after)));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("DIFFERENT").containsPattern("(?m)^  " + what + "$");
  }

  @Test
  void findsThePackByItsHashAmongSeveralVersions() throws IOException {
    new Packs(folder).reworded("1.1.0");
    var packs = folder.toString();
    var event =
        event(
            "use.classified", recorded(FACTS, "--packs", packs, "--pack", "netflix-genai-2025-08"));

    var withFolder = Run.of("classify", "--event", event, "--packs", packs);
    var without = Run.of("classify", "--event", event);
    var byTheFirst =
        Run.of("classify", "--event", event, "--packs", packs, "--pack", Packs.SHIPPED.toString());

    assertThat(withFolder.out()).contains("Ideas only.", "1.1.0", "REPRODUCED");
    assertThat(without.exitCode()).isEqualTo(2);
    assertThat(without.err())
        .contains("netflix-genai-2025-08@1.1.0", "is not installed", "--packs DIR");
    assertThat(byTheFirst.exitCode()).isEqualTo(1);
    assertThat(byTheFirst.out()).contains("policyPackSha256", "rule M1 reason");
  }

  @Test
  void aPackThatWasEditedAfterTheDecisionIsADifferenceAndNotHidden() throws IOException {
    var pack = new Packs(folder).copy("1.1.0");
    var packs = folder.toString();
    var event =
        event(
            "use.classified",
            recorded(FACTS, "--packs", packs, "--pack", "netflix-genai-2025-08@1.1.0"));
    Packs.replace(pack.resolve("policy.dmn"), "The result serves ideation only.", "Ideas only.");

    var run = Run.of("classify", "--event", event, "--packs", packs);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("policyPackSha256").doesNotContain("factsSha256");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\": \"a\", \"type\": \"b\"} | Duplicate field 'type'",
        "[] | is no JSON object",
        "{ | not well-formed JSON, line 1",
        "{} | /type is missing",
        "'' | not well-formed JSON"
      })
  void anInputThatIsNoEventEndsWithTwo(String input, String message) {
    var run = Run.withInput(bytes(input), "classify", "--event", "-");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  @Test
  void anInputThatIsTooDeepTooLargeOrNoTextEndsWithTwo() {
    var deep = Run.withInput(bytes("[".repeat(10_000)), "classify", "--facts", "-");
    var large = Run.withInput(new byte[2 * 1024 * 1024], "classify", "--facts", "-");
    var noText = Run.withInput(new byte[] {'"', (byte) 0xff, '"'}, "classify", "--facts", "-");

    assertThat(deep.exitCode()).isEqualTo(2);
    assertThat(deep.err()).contains("nesting depth");
    assertThat(large.err()).contains("larger than 1 MiB");
    assertThat(noText.err()).contains("not UTF-8");
  }

  @Test
  void aWrongEventOrFactIsExplained() throws IOException {
    var opened = Run.of("classify", "--event", event("title.opened", "{\"title\": \"demo\"}"));
    var withoutAi =
        Run.of(
            "classify",
            "--event",
            event("asset.registered", "{\"contribution\": \"none\", \"facts\": {}}"));
    var facts =
        Run.of("classify", "--event", event("use.reported", data("{\"mediaUse\": \"cinema\"}")));
    var pack =
        Run.of("classify", "--event", event("use.reported", data(FACTS)), "--pack", "house-rules");

    assertThat(opened.exitCode()).isEqualTo(2);
    assertThat(opened.err()).contains("picturelock.title.opened.v1", "want use.reported");
    assertThat(withoutAi.err()).contains("made without AI");
    assertThat(facts.exitCode()).isEqualTo(2);
    assertThat(facts.err())
        .contains("/data/facts/mediaUse", "got 'cinema'", "want one of ideation, temporary");
    assertThat(pack.exitCode()).isEqualTo(2);
    assertThat(pack.err()).contains("policy pack house-rules is not installed; there is netflix");
  }

  @Test
  void wantsAnEventOrFactsAndNotBoth() {
    assertThat(Run.of("classify").exitCode()).isEqualTo(2);
    assertThat(Run.of("classify").err()).contains("--event", "--facts");
    assertThat(Run.of("classify", "--event", "a", "--facts", "b").exitCode()).isEqualTo(2);
    assertThat(Run.of("classify", "--event", "no-such-file").err()).contains("there is no event");
  }

  /// The data of an event that records what the command itself decides.
  private static String recorded() throws JsonProcessingException {
    return recorded(FACTS);
  }

  private static String recorded(String facts, String... options) throws JsonProcessingException {
    var arguments = new String[options.length + 4];
    System.arraycopy(options, 0, arguments, 4, options.length);
    System.arraycopy(new String[] {"classify", "--json", "--facts", "-"}, 0, arguments, 0, 4);
    var decided = json(Run.withInput(bytes(facts), arguments));
    return "{\"classification\":" + decided + "}";
  }

  private static String data(String facts) {
    return "{\"policyPack\": \"netflix-genai-2025-08@1.0.0\", \"facts\": " + facts + "}";
  }

  private String event(String type, String data) throws IOException {
    var event = new LinkedHashMap<String, Object>();
    event.put("specversion", "1.0");
    event.put("type", "picturelock." + type + ".v1");
    event.put("subject", "use/ideas/1");
    event.put("titleid", "demo");
    event.put("data", JSON.readValue(data, Map.class));
    var file = Files.createTempFile(folder, "event", ".json");
    Files.write(file, JSON.writeValueAsBytes(event));
    return file.toString();
  }

  private static JsonNode json(Run run) throws JsonProcessingException {
    assertThat(run.err()).isEmpty();
    return JSON.readTree(run.out());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
