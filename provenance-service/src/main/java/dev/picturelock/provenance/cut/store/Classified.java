package dev.picturelock.provenance.cut.store;

import dev.picturelock.provenance.cut.AssetState.Tier;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The newest classification of one asset version.
///
/// @param position where it was stated
record Classified(
    long position,
    Tier tier,
    @Nullable String mediaUse,
    String factsSha256,
    List<String> requiredActions) {
  private static final Set<String> OF_EVERY_PERFORMER =
      Set.of(
          "CONSENT_REPLICA_CREATE",
          "CONSENT_REPLICA_USE",
          "CONSENT_ALTERATION",
          "ALL_PARTY_CONSENT");

  Classified {
    requiredActions = List.copyOf(requiredActions);
  }

  boolean needsPerformers() {
    return requiredActions.stream().anyMatch(OF_EVERY_PERFORMER::contains);
  }
}
