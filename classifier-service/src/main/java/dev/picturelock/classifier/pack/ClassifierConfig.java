package dev.picturelock.classifier.pack;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Settings of the classifier.
@ConfigMapping(prefix = "picturelock.classifier")
interface ClassifierConfig {
  /// How many distinct sets of facts each pack remembers the decision for; 0 remembers none.
  @WithDefault("20000")
  int cacheSize();
}
