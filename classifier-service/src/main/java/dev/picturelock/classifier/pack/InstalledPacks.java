package dev.picturelock.classifier.pack;

import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.policy.PolicyPack;
import dev.picturelock.policy.PolicyPackException;
import dev.picturelock.policy.PolicyPacks;
import dev.picturelock.policy.dmn.PackLoader;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Loads all installed packs while the service starts; a pack with a fault stops the start.
///
/// The fault is the only line the stopped start prints: a person reads it at the end of the log,
/// and a stack trace would say nothing about a rule book.
final class InstalledPacks {
  private static final Logger LOG = Logger.getLogger(InstalledPacks.class);

  private InstalledPacks() {}

  @Produces
  @Singleton
  @Startup
  static PolicyPacks packs(PolicyPackFiles files, ClassifierConfig config) {
    try {
      var packs = new PackLoader(files, config.cacheSize()).all();
      packs.installed().forEach(InstalledPacks::report);
      return packs;
    } catch (PolicyPackException fault) {
      var said = new ConfigurationException(fault.getMessage());
      said.addSuppressed(fault);
      throw said;
    }
  }

  private static void report(PolicyPack pack) {
    LOG.infof(
        "policy pack installed id=%s version=%s rules=%d sha256=%s",
        pack.ref().id(), pack.ref().version(), pack.rules().size(), pack.ref().sha256());
  }
}
