package dev.picturelock.policy.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.contracts.policy.PolicyPackName;
import dev.picturelock.policy.InstalledPack;
import dev.picturelock.policy.PolicyPackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackLoaderTest {
  @TempDir Path folder = Path.of(".");

  @Test
  void refusesACellThatDoesNotParseAndNamesRuleAndCell() {
    assertThatThrownBy(() ->
            loadWith(
                "policy.dmn",
                "id=\"P1_outputReplicatesThirdParty\"><text>\"yes\", \"unsure\"</text>",
                "id=\"P1_outputReplicatesThirdParty\"><text>\"yes\" or else</text>"))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining(InstalledPack.NAME)
        .hasMessageContaining("rule P1")
        .hasMessageContaining("P1_outputReplicatesThirdParty")
        .hasMessageContaining("\"yes\" or else");
  }

  @Test
  void refusesAnOutputCellThatDoesNotParseAndNamesRuleAndCell() {
    assertThatThrownBy(() ->
            loadWith(
                "policy.dmn",
                "id=\"D2_tier\"><text>\"ESCALATE\"</text>",
                "id=\"D2_tier\"><text>[ESCALATE</text>"))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining("rule D2")
        .hasMessageContaining("D2_tier");
  }

  @Test
  void refusesACellThatFailsTheSelfTestAndNamesCaseRuleAndCell() {
    assertThatThrownBy(() ->
            loadWith(
                "policy.dmn",
                "id=\"T8_talentModelScope\"><text>\"in_scope\"</text>",
                "id=\"T8_talentModelScope\"><text>\"none\"</text>"))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining("self-test ")
        .hasMessageContaining("rule T8")
        .hasMessageContaining("T8_talentModelScope `\"none\"`");
  }

  @Test
  void refusesATierThatFailsTheSelfTest() {
    assertThatThrownBy(() ->
            loadWith(
                "policy.dmn",
                "id=\"K2_tier\"><text>\"CAUTION\"</text>",
                "id=\"K2_tier\"><text>\"LOW\"</text>"))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining("self-test key-visual-mock-up")
        .hasMessageContaining("K2_tier `\"LOW\"`");
  }

  @Test
  void refusesATierOutsideTheThree() {
    assertThatThrownBy(() ->
            loadWith(
                "policy.dmn",
                "id=\"E1_tier\"><text>\"ESCALATE\"</text>",
                "id=\"E1_tier\"><text>\"PROHIBITED\"</text>"))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining("rule E1")
        .hasMessageContaining("E1_tier");
  }

  @Test
  void refusesAnUnknownAction() {
    assertThatThrownBy(() ->
            loadWith(
                "policy.dmn",
                "id=\"T9_actions\"><text>[\"QUALITY_TEST\"]</text>",
                "id=\"T9_actions\"><text>[\"QUALITY_TESTS\"]</text>"))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining("rule T9")
        .hasMessageContaining("T9_actions");
  }

  @Test
  void refusesARowWhoseIdIsNotTheIdItReports() {
    assertThatThrownBy(() ->
            loadWith(
                "policy.dmn",
                "id=\"P2_ruleId\"><text>\"P2\"</text>",
                "id=\"P2_ruleId\"><text>\"P1\"</text>"))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining("rule P2, cell P2_ruleId");
  }

  @Test
  void refusesATypeOfFactsThatDoesNotTakeEveryAnswer() {
    assertThatThrownBy(() ->
            loadWith(
                "policy.dmn",
                "\"ideation\", \"temporary\", \"final\", \"unsure\"",
                "\"ideation\", \"temporary\", \"unsure\""))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining("mediaUse does not take final");
    assertThatThrownBy(() ->
            loadWith(
                "policy.dmn",
                "<itemDefinition id=\"tFacts\" name=\"tFacts\">",
                """
                <itemDefinition id="tFacts" name="tFacts">
                  <itemComponent id="tFacts_weather" name="weather">
                    <typeRef>tAnswer</typeRef>
                  </itemComponent>\
                """))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining("there is no fact 'weather'");
  }

  @Test
  void refusesADecisionThatLeavesItsOwnType() {
    assertThatThrownBy(() ->
            loadWith(
                "policy.dmn",
                "facts.storyRelevant in (\"yes\", \"unsure\") then \"yes\" else \"no\"",
                "facts.storyRelevant in (\"yes\", \"unsure\") then \"yes\" else \"hardly\""))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining("self-test ")
        .hasMessageContaining("hardly");
    assertThatThrownBy(() ->
            loadWith(
                "policy.dmn", "then \"CAUTION\" else \"LOW\"", "then \"CAUTION\" else \"NONE\""))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining("decision 'Tier': NONE is no tTier");
  }

  @Test
  void refusesWhatIsNoXmlAndWhatIsNotThere() {
    assertThatThrownBy(() -> loadWith("policy.dmn", "<definitions", "<definitions <"))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining(InstalledPack.NAME);
    assertThatThrownBy(() -> loadWith("pack.json", "1.0.0", "1.0.1"))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining("another pack");
    assertThatThrownBy(() ->
            new PackLoader(PolicyPackFiles.builtIn(), 0)
                .load(new PolicyPackName("no-such-pack", "1.0.0")))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining("file not found");
  }

  @Test
  void hashesTheDecisionModelAsItLies() throws IOException {
    try (var file =
        PackLoaderTest.class.getResourceAsStream(
            "/policy-packs/netflix-genai-2025-08/1.0.0/policy.dmn")) {
      assertThat(InstalledPack.PACK.dmn().bytes())
          .isEqualTo(java.util.Objects.requireNonNull(file).readAllBytes());
    }
  }

  private void loadWith(String file, String right, String wrong) throws IOException {
    var pack = PolicyPackName.parse(InstalledPack.NAME).orElseThrow();
    var shipped = PolicyPackFiles.builtIn();
    var target = Files.createDirectories(folder.resolve(pack.id()).resolve(pack.version()));
    for (var name : List.of("pack.json", "policy.dmn", "self-test.json")) {
      var text = new String(shipped.read(pack, name), StandardCharsets.UTF_8);
      if (name.equals(file)) {
        assertThat(text).contains(right);
        text = text.replace(right, wrong);
      }
      Files.writeString(target.resolve(name), text);
    }
    new PackLoader(PolicyPackFiles.only(folder), 0).load(pack);
  }
}
