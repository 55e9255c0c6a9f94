package dev.picturelock.policy.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.contracts.policy.PolicyPackName;
import dev.picturelock.policy.InstalledPack;
import dev.picturelock.policy.PolicyPackException;
import dev.picturelock.policy.UndecidableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every way in which a pack of the folder can be broken ends in one line that says what to look
/// at.
class BrokenPacksTest {
  private static final PolicyPackName SHIPPED =
      PolicyPackName.parse(InstalledPack.NAME).orElseThrow();

  private static final String JAVA =
      "{ class: \"java.lang.System\", method signature: \"lineSeparator()\" }";

  @TempDir Path folder = Path.of(".");
  private Path pack = Path.of(".");

  @BeforeEach
  void installACopyUnderAnotherVersion() throws IOException {
    pack = Files.createDirectories(folder.resolve("house-rules/2.0.0"));
    for (var file : List.of("pack.json", "policy.dmn", "self-test.json")) {
      Files.write(pack.resolve(file), PolicyPackFiles.builtIn().read(SHIPPED, file));
    }
    replace("pack.json", "\"id\": \"netflix-genai-2025-08\"", "\"id\": \"house-rules\"");
    replace("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"2.0.0\"");
  }

  @Test
  void aSoundPackIsInstalledBesideTheShippedOne() {
    var installed = new PackLoader(PolicyPackFiles.with(folder), 0).all().installed();

    assertThat(installed)
        .extracting(pack -> pack.name().toString())
        .containsExactly(InstalledPack.NAME, "house-rules@2.0.0");
  }

  @Test
  void aFileThatIsNotXmlIsRefusedWithItsPlace() throws IOException {
    Files.writeString(pack.resolve("policy.dmn"), "id;tier\nP1;LOW\n");

    assertRefused("house-rules@2.0.0", "policy.dmn is not well-formed XML", "[1,1]");
  }

  @ParameterizedTest
  @CsvSource({
    "policy.dmn, file not found",
    "pack.json, file not found",
    "self-test.json, file not found"
  })
  void aMissingFileIsNamed(String file, String fault) throws IOException {
    Files.delete(pack.resolve(file));

    assertRefused("house-rules@2.0.0", fault, file);
  }

  @Test
  void anUnknownHitPolicyIsRefusedWithItsTable() throws IOException {
    replace("policy.dmn", "hitPolicy=\"COLLECT\"", "hitPolicy=\"EVERYTHING\"");

    assertRefused("house-rules@2.0.0", "unknown hit policy 'EVERYTHING'", "decision table");
  }

  @Test
  void anotherHitPolicyThanCollectIsRefused() throws IOException {
    replace("policy.dmn", "hitPolicy=\"COLLECT\"", "hitPolicy=\"FIRST\"");

    assertRefused("house-rules@2.0.0", "hit policy COLLECT");
  }

  @Test
  void aCellThatDoesNotParseIsNamed() throws IOException {
    replace(
        "policy.dmn",
        "id=\"T8_talentModelScope\"><text>\"in_scope\"</text>",
        "id=\"T8_talentModelScope\"><text>\"in_scope</text>");

    assertRefused("house-rules@2.0.0", "rule T8", "T8_talentModelScope");
  }

  @Test
  void aSelfTestThatFailsNamesCaseRuleAndCell() throws IOException {
    replace(
        "policy.dmn",
        "id=\"K2_tier\"><text>\"CAUTION\"</text>",
        "id=\"K2_tier\"><text>\"LOW\"</text>");

    assertRefused("self-test key-visual-mock-up", "rule K2", "K2_tier `\"LOW\"`");
  }

  @Test
  void aManifestOfAnotherPackIsRefused() throws IOException {
    replace("pack.json", "\"house-rules\"", "\"studio-rules\"");

    assertRefused("house-rules@2.0.0", "pack.json names another pack: studio-rules@2.0.0");
  }

  @Test
  void aManifestThatIsNoJsonIsRefusedWithItsPlace() throws IOException {
    replace("pack.json", "\"title\":", "title:");

    assertRefused("house-rules@2.0.0", "pack.json, line 4");
  }

  @Test
  void aSecondCopyOfAShippedPackIsRefused() throws IOException {
    var copy = Files.createDirectories(folder.resolve("netflix-genai-2025-08/1.0.0"));
    for (var file : List.of("pack.json", "policy.dmn", "self-test.json")) {
      Files.write(copy.resolve(file), PolicyPackFiles.builtIn().read(SHIPPED, file));
    }

    assertRefused(InstalledPack.NAME, "installed twice");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    var missing = folder.resolve("no-such-folder");

    assertThatThrownBy(() -> new PackLoader(PolicyPackFiles.with(missing), 0).all())
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("there is no such folder");
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamed() {
    var file = pack.resolve("pack.json");

    assertThatThrownBy(() -> new PackLoader(PolicyPackFiles.with(file), 0).all())
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("it is no folder");
  }

  @ParameterizedTest
  @CsvSource({"house-rules/2.0", "House-Rules/1.0.0", "house-rules/v2.0.0"})
  void aFolderThatCanBeNoPackIsNotPassedOverInSilence(String name) throws IOException {
    Files.createDirectories(folder.resolve(name));

    assertRefused(folder.toString(), "got '" + name + "'");
  }

  @Test
  void aPackThatLiesOneLevelTooHighIsNotPassedOverInSilence() {
    assertThatThrownBy(
            () -> new PackLoader(PolicyPackFiles.with(folder.resolve("house-rules")), 0).all())
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining("got '2.0.0/pack.json'");
  }

  @Test
  void whatBeginsWithADotIsNobodysPack() throws IOException {
    Files.createDirectories(folder.resolve("..2026_11_22/x"));
    Files.writeString(folder.resolve(".gitignore"), "");

    assertThat(new PackLoader(PolicyPackFiles.with(folder), 0).names()).hasSize(2);
  }

  @Test
  void anExternalEntityIsRefusedBeforeAnythingReadsIt() throws IOException {
    var secret = Files.writeString(folder.resolve(".secret"), "planted-secret-value");
    replace(
        "policy.dmn",
        "<definitions ",
        "<!DOCTYPE d [<!ENTITY leak SYSTEM \"" + secret.toUri() + "\">]>\n<definitions ");
    replace("policy.dmn", "<description>", "<description>&leak;");

    assertRefused("house-rules@2.0.0", "line 2", "a document type is not allowed");
  }

  @Test
  void entitiesThatGrowWithoutEndAreRefusedAtOnce() throws IOException {
    var bomb = new StringBuilder("<!DOCTYPE d [<!ENTITY e0 \"ha\">");
    for (int i = 1; i <= 40; i++) {
      bomb.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
    }
    replace("policy.dmn", "<definitions ", bomb + "]>\n<definitions ");
    replace("policy.dmn", "<description>", "<description>&e40;");

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertRefused("a document type is not allowed"));
  }

  @Test
  void aPackCannotCallCodeOrBringAnotherFile() throws IOException {
    var sound = Files.readString(pack.resolve("policy.dmn"));
    replace(
        "policy.dmn",
        "</definitions>",
        "<import name=\"x\" namespace=\"urn:x\" importType=\"urn:x\"/></definitions>");
    assertRefused("an import is not allowed");

    Files.writeString(pack.resolve("policy.dmn"), sound);
    replace(
        "policy.dmn",
        "</definitions>",
        "<businessKnowledgeModel id=\"b\" name=\"b\"><encapsulatedLogic kind=\"Java\"/>"
            + "</businessKnowledgeModel></definitions>");
    assertRefused("a function of kind Java is not allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(function(a) external { java: %s })(1)",
        "(function(a) external ({ java: %s }))(1)",
        "(function(a) external if true then { java: %s } else null)(1)",
        "(function(a) external /* x */ { java: %s })(1)",
        "(function(a) external // x%n { java: %s })(1)",
        "(function(a) external\u00a0{ java: %s })(1)",
        "(function(a) external\u200d{ java: %s })(1)",
        "(function(a) external[{ java: %s }][1])(1)",
        "(function(a) exter<!-- x -->nal { java: %s })(1)",
        "(function(a) <![CDATA[ext]]>ernal { java: %s })(1)",
        "(function(a) &#101;xternal { java: %s })(1)",
        "(function(a) /* \" */ external { java: %s })(1) /* \" */",
        "\"\\\\\" + (function(a) external { java: %s })(1) + \"\\\\\"",
        "\"\\q\" \" + (function(a) external { java: %s })(1) + \""
      })
  void noSpellingOfAFunctionInJavaGetsThrough(String cell) throws IOException {
    replace(
        "policy.dmn",
        "id=\"K2_tier\"><text>\"CAUTION\"</text>",
        "id=\"K2_tier\"><text>" + cell.formatted(JAVA) + "</text>");

    assertRefused("a function outside FEEL is not allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if today() &gt; date(\"2027-01-01\") then \"LOW\" else \"CAUTION\"",
        "if today(/**/) = null then \"LOW\" else \"CAUTION\"",
        "if [today][1]() = null then \"LOW\" else \"CAUTION\"",
        "if {clock: now}.clock() = null then \"LOW\" else \"CAUTION\"",
        "if now\u00a0() = null then \"LOW\" else \"CAUTION\""
      })
  void noSpellingOfTheClockGetsThrough(String cell) throws IOException {
    replace(
        "policy.dmn",
        "id=\"K2_tier\"><text>\"CAUTION\"</text>",
        "id=\"K2_tier\"><text>" + cell + "</text>");

    assertRefused("a decision must be the same for ever");
  }

  @Test
  void theSameWordsInATextForPeopleOrBetweenQuotesAreFine() throws IOException {
    replace(
        "policy.dmn", "<annotationEntry><text>", "<annotationEntry><text>As of today, external: ");
    replace(
        "policy.dmn",
        "id=\"K2_tier\"><text>\"CAUTION\"</text>",
        "id=\"K2_tier\"><text>if \"now\" = \"external\" then \"LOW\" else \"CAUTION\"</text>");

    assertThat(new PackLoader(PolicyPackFiles.with(folder), 0).all().installed()).hasSize(2);
  }

  @Test
  void factsThatNoSelfTestCoversAndThePackCannotDecideAreToldFromAFault() throws IOException {
    replace(
        "policy.dmn",
        "id=\"K2_tier\"><text>\"CAUTION\"</text>",
        "id=\"K2_tier\"><text>if facts.reputationRisk = \"yes\" then null else \"CAUTION\"</text>");
    var packs = new PackLoader(PolicyPackFiles.with(folder), 0).all();
    var odd = packs.find("house-rules").orElseThrow();
    var facts =
        Map.<String, Object>of(
            "mediaUse", "temporary", "keyCreativeElement", "yes", "reputationRisk", "yes");

    assertThatThrownBy(() -> odd.classify(new Facts(facts)))
        .isInstanceOf(UndecidableException.class)
        .hasMessageContaining("policy pack house-rules@2.0.0 cannot decide these facts: ");
    assertThat(odd.classify(new Facts(Map.of())).rules()).isNotEmpty();
  }

  @Test
  void anElementInsideAnExpressionIsRefused() throws IOException {
    replace(
        "policy.dmn",
        "id=\"K2_tier\"><text>\"CAUTION\"</text>",
        "id=\"K2_tier\"><text>exter<x/>nal</text>");

    assertRefused("an element inside a text is not allowed");
  }

  @Test
  void aFileInAnotherEncodingThanUtf8IsRefused() throws IOException {
    var text = Files.readString(pack.resolve("policy.dmn")).replace("UTF-8", "UTF-16");
    Files.write(pack.resolve("policy.dmn"), text.getBytes(StandardCharsets.UTF_16));

    assertRefused("house-rules@2.0.0", "want UTF-8");
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(() -> new PackLoader(PolicyPackFiles.with(folder), 0).all())
        .isInstanceOf(PolicyPackException.class)
        .satisfies(fault -> assertThat(fault.getMessage()).contains(parts).doesNotContain("\n"));
  }

  private void replace(String file, String right, String wrong) throws IOException {
    var text = Files.readString(pack.resolve(file));
    assertThat(text).contains(right);
    Files.writeString(pack.resolve(file), text.replace(right, wrong));
  }
}
