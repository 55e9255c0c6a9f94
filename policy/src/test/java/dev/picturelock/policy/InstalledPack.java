package dev.picturelock.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.FiredRule;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.contracts.policy.PolicyPackName;
import dev.picturelock.policy.dmn.PackLoader;
import java.util.List;
import java.util.Map;

/// The pack the service ships, loaded once for all tests of this package; remembers nothing, so
/// that each set of facts is decided by the table.
public final class InstalledPack {
  public static final String NAME = "netflix-genai-2025-08@1.0.0";
  public static final ObjectMapper JSON = new ObjectMapper();
  public static final PolicyPack PACK =
      new PackLoader(PolicyPackFiles.builtIn(), 0).load(PolicyPackName.parse(NAME).orElseThrow());

  private InstalledPack() {}

  static Classification classify(Map<String, Object> facts) {
    return PACK.classify(new Facts(facts));
  }

  static List<String> ruleIds(Classification classification) {
    return classification.rules().stream().map(FiredRule::id).toList();
  }
}
