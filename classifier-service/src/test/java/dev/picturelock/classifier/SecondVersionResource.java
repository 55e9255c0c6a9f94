package dev.picturelock.classifier;

import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.contracts.policy.PolicyPackName;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A folder with a next version of the shipped pack, which says three things differently:
///
/// - **K2** a mock-up of something key is ESCALATE rather than CAUTION
/// - **P4** what may reach the cut is LOW rather than CAUTION, and need not be flagged early
/// - **M1** fires for nothing, so that harmless ideas differ in their rules alone
public final class SecondVersionResource implements QuarkusTestResourceLifecycleManager {
  public static final String VERSION = "1.1.0";

  private static final PolicyPackName SHIPPED =
      new PolicyPackName("netflix-genai-2025-08", "1.0.0");

  // What the second version still says as the first: both decide it the same.
  private static final String SELF_TEST =
      """
      [{"id": "contract", "facts": {"mediaUse": "temporary", "outputReplicatesThirdParty": "no",
        "toolStoresOrTrains": "no", "enterpriseTool": "yes", "inputKinds": ["contract"],
        "talentUse": "none", "unionWorkImpact": "no"}, "tier": "ESCALATE",
        "requiredActions": ["ESCALATE_TO_CONTACT", "NOTIFY_CONTACT", "WRITTEN_APPROVAL"],
        "rules": ["R00", "C1"]}]
      """;

  @Override
  public Map<String, String> start() {
    try {
      var folder = Files.createTempDirectory("policy-packs");
      write(Files.createDirectories(folder.resolve(SHIPPED.id()).resolve(VERSION)));
      return Map.of("picturelock.policy-packs-dir", folder.toString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void stop() {
    // some kilobytes of the system's temporary folder
  }

  private static void write(Path pack) throws IOException {
    Files.writeString(pack.resolve("pack.json"), shipped("pack.json").replace("1.0.0", VERSION));
    Files.writeString(pack.resolve("self-test.json"), SELF_TEST);
    var dmn = shipped("policy.dmn").replace(":1.0.0\"", ":" + VERSION + "\"");
    for (var change :
        List.of(
            List.of("K2_tier\"><text>\"CAUTION\"", "K2_tier\"><text>\"ESCALATE\""),
            List.of("P4_tier\"><text>\"CAUTION\"", "P4_tier\"><text>\"LOW\""),
            List.of(
                "P4_actions\"><text>[\"WRITTEN_APPROVAL\", \"FLAG_EARLY\"]",
                "P4_actions\"><text>[\"WRITTEN_APPROVAL\"]"),
            List.of(
                "M1_mediaUse\"><text>\"ideation\"",
                "M1_mediaUse\"><text>not(\"ideation\", \"temporary\", \"final\", \"unsure\")"))) {
      if (!dmn.contains(change.getFirst())) {
        throw new IllegalStateException("the shipped pack no longer has " + change.getFirst());
      }
      dmn = dmn.replace(change.getFirst(), change.getLast());
    }
    Files.writeString(pack.resolve("policy.dmn"), dmn);
  }

  private static String shipped(String file) throws IOException {
    return new String(PolicyPackFiles.builtIn().read(SHIPPED, file), StandardCharsets.UTF_8);
  }
}
