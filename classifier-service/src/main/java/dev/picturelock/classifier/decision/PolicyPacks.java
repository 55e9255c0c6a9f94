package dev.picturelock.classifier.decision;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The installed policy packs, several versions of one among them.
public final class PolicyPacks {
  private static final Comparator<PolicyPack> OLDEST_FIRST =
      (a, b) -> Arrays.compare(numbers(a.manifest().version()), numbers(b.manifest().version()));

  private final List<PolicyPack> installed;

  /// The first pack is the one used where nobody names one.
  public PolicyPacks(List<PolicyPack> installed) {
    if (installed.isEmpty()) {
      throw new PolicyPackException("(none)", "at least one pack must be installed");
    }
    for (var pack : installed) {
      var name = pack.manifest().name();
      if (installed.stream().filter(other -> other.manifest().name().equals(name)).count() > 1) {
        throw new PolicyPackException(name, "installed twice");
      }
    }
    this.installed = List.copyOf(installed);
  }

  public List<PolicyPack> installed() {
    return installed;
  }

  /// The pack for those who name none.
  public PolicyPack standard() {
    return installed.getFirst();
  }

  /// The pack of that `id@version`, or the newest version of that `id`.
  public Optional<PolicyPack> find(String name) {
    return installed.stream()
        .filter(pack -> pack.manifest().name().equals(name) || pack.manifest().id().equals(name))
        .max(OLDEST_FIRST);
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
