package dev.picturelock.classifier.decision.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.classifier.decision.InstalledPack;
import dev.picturelock.classifier.decision.PolicyPackException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PackLoaderTest {
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
  void refusesWhatIsNoXmlAndWhatIsNotThere() {
    assertThatThrownBy(() -> loadWith("policy.dmn", "<definitions", "<definitions <"))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining(InstalledPack.NAME);
    assertThatThrownBy(() -> loadWith("pack.json", "1.0.0", "1.0.1"))
        .isInstanceOf(PolicyPackException.class)
        .hasMessageContaining("another pack");
    assertThatThrownBy(() ->
            new PackLoader(PackFolders.onClassPath(), InstalledPack.JSON, 0)
                .load("no-such-pack@1.0.0"))
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

  private static void loadWith(String file, String right, String wrong) {
    PackFolders altered =
        path -> {
          var stream = PackFolders.onClassPath().open(path);
          if (stream == null || !path.endsWith(file)) {
            return stream;
          }
          var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          assertThat(text).contains(right);
          return new ByteArrayInputStream(
              text.replace(right, wrong).getBytes(StandardCharsets.UTF_8));
        };
    new PackLoader(altered, InstalledPack.JSON, 0).load(InstalledPack.NAME);
  }
}
