package dev.picturelock.kit.policy;

import dev.picturelock.contracts.policy.PolicyPackFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The installed packs: those that come along, and those of `picturelock.policy-packs-dir`.
@ApplicationScoped
final class PolicyPackFolder {
  private PolicyPackFolder() {}

  @Produces
  @Singleton
  static PolicyPackFiles files(
      @ConfigProperty(name = "picturelock.policy-packs-dir") Optional<Path> folder) {
    return folder.map(PolicyPackFiles::with).orElseGet(PolicyPackFiles::builtIn);
  }
}
