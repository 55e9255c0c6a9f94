package dev.picturelock.classifier.decision.dmn;

import dev.picturelock.classifier.decision.ClassifierConfig;
import dev.picturelock.classifier.decision.PolicyPack;
import dev.picturelock.classifier.decision.PolicyPackException;
import dev.picturelock.classifier.decision.PolicyPacks;
import dev.picturelock.kit.json.JsonPolicy;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Loads the configured packs while the service starts; a pack with a fault stops the start.
final class InstalledPacks {
  private static final Logger LOG = Logger.getLogger(InstalledPacks.class);

  private InstalledPacks() {}

  @Produces
  @Singleton
  @Startup
  static PolicyPacks packs(ClassifierConfig config) {
    var loader = new PackLoader(PackFolders.onClassPath(), JsonPolicy.strict(), config.cacheSize());
    try {
      var packs = new PolicyPacks(config.policyPacks().stream().map(loader::load).toList());
      packs.installed().forEach(InstalledPacks::report);
      return packs;
    } catch (PolicyPackException fault) {
      LOG.error(fault.getMessage());
      throw fault;
    }
  }

  private static void report(PolicyPack pack) {
    LOG.infof(
        "policy pack installed id=%s version=%s rules=%d sha256=%s",
        pack.ref().id(), pack.ref().version(), pack.rules().size(), pack.ref().sha256());
  }
}
