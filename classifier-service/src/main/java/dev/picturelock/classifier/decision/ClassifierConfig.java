package dev.picturelock.classifier.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/// Settings of the classifier.
@ConfigMapping(prefix = "picturelock.classifier")
public interface ClassifierConfig {
  /// Policy packs on the class path as `id@version`; the first one serves those who name none.
  @WithDefault("netflix-genai-2025-08@1.0.0")
  List<String> policyPacks();

  /// How many distinct sets of facts each pack remembers the decision for; 0 remembers none.
  @WithDefault("20000")
  int cacheSize();
}
