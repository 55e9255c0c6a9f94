package dev.picturelock.provenance.cut;

import dev.picturelock.provenance.cut.AssetState.Input;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the verdict on one asset version leans on.
///
/// @param positions of the events in the ledger: its registration and use, what classified,
///   reviewed, approved or revoked it, the consents, its withdrawal
/// @param inputs what it was made from, each with a footing of its own
public record Footing(SortedSet<Long> positions, List<Input> inputs) {
  public Footing {
    positions = new TreeSet<>(positions);
    inputs = List.copyOf(inputs);
  }
}
