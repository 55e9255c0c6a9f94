package dev.picturelock.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The installed policy packs, several versions of one among them.
public final class PolicyPacks {
  private final List<PolicyPack> installed;

  /// The first pack is the one used where nobody names one.
  public PolicyPacks(List<PolicyPack> installed) {
    if (installed.isEmpty()) {
      throw new PolicyPackException("(none)", "at least one pack must be installed");
    }
    for (var pack : installed) {
      if (installed.stream().filter(other -> other.name().equals(pack.name())).count() > 1) {
        throw new PolicyPackException(pack.name(), "installed twice");
      }
    }
    this.installed = List.copyOf(installed);
  }

  public List<PolicyPack> installed() {
    return installed;
  }

  /// The pack for those who name none: the newest version of the first one.
  public PolicyPack standard() {
    return find(installed.getFirst().name().id()).orElseThrow();
  }

  /// The pack of that `id@version`, or the newest version of that `id`.
  public Optional<PolicyPack> find(String name) {
    return installed.stream()
        .filter(pack -> pack.name().toString().equals(name) || pack.name().id().equals(name))
        .max(Comparator.comparing(PolicyPack::name));
  }
}
