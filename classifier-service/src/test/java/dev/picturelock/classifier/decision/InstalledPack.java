package dev.picturelock.classifier.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.picturelock.classifier.decision.dmn.PackFolders;
import dev.picturelock.classifier.decision.dmn.PackLoader;
import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.FiredRule;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.kit.json.JsonPolicy;
import java.util.List;
import java.util.Map;

/// The pack the service ships, loaded once for all tests of this package.
public final class InstalledPack {
  public static final String NAME = "netflix-genai-2025-08@1.0.0";
  public static final ObjectMapper JSON = JsonPolicy.strict();
  public static final PolicyPack PACK =
      new PackLoader(PackFolders.onClassPath(), JSON, 10_000).load(NAME);

  private InstalledPack() {}

  static Classification classify(Map<String, Object> facts) {
    return PACK.classify(new Facts(facts));
  }

  static List<String> ruleIds(Classification classification) {
    return classification.rules().stream().map(FiredRule::id).toList();
  }
}
