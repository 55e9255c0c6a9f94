package dev.picturelock.provenance.cut;

import dev.picturelock.provenance.cut.AssetState.Input;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What is shown and everything it was made from.
final class Upstream {

  private Upstream() {}

  /// What is shown comes first, then its inputs, nearest first. Each version once, so a circle
  /// ends.
  static Set<AssetVersion> of(
      Collection<AssetVersion> shown, Function<AssetVersion, List<Input>> inputs) {
    var seen = new LinkedHashSet<>(shown);
    var next = new ArrayDeque<>(shown);
    while (!next.isEmpty()) {
      for (var input : inputs.apply(next.remove())) {
        if (input instanceof Input.Asset(var version) && seen.add(version)) {
          next.add(version);
        }
      }
    }
    return seen;
  }
}
