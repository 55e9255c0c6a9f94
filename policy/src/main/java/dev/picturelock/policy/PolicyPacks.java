package dev.picturelock.policy;

import dev.picturelock.contracts.policy.PolicyPackName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The installed policy packs, several versions of one among them.
public final class PolicyPacks {
  private final Map<PolicyPackName, PolicyPack> installed = new LinkedHashMap<>();

  /// The first pack is the one used where nobody names one; each name is there once.
  public PolicyPacks(List<PolicyPack> installed) {
    if (installed.isEmpty()) {
      throw new PolicyPackException("(none)", "at least one pack must be installed");
    }
    installed.forEach(pack -> this.installed.put(pack.name(), pack));
  }

  public List<PolicyPack> installed() {
    return List.copyOf(installed.values());
  }

  /// The pack for those who name none: the newest version of the first one.
  public PolicyPack standard() {
    return find(installed.keySet().iterator().next().id()).orElseThrow();
  }

  /// What a person calls a pack: that `id@version`, or the newest version of that `id`.
  public Optional<PolicyPack> find(String name) {
    return PolicyPackName.newest(installed.keySet(), name).map(installed::get);
  }

  /// What an event calls a pack: that `id@version`, or the oldest version of that `id`, so that
  /// installing another version changes nothing about the past.
  public Optional<PolicyPack> named(String name) {
    return PolicyPackName.oldest(installed.keySet(), name).map(installed::get);
  }
}
