package dev.picturelock.provenance.cut;

import dev.picturelock.provenance.cut.AssetState.Input;
import dev.picturelock.provenance.cut.ReadCuts.Judged;
import dev.picturelock.provenance.cut.ReadCuts.JudgedElement;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// The events that the verdict of a cut leans on.
///
/// @param ofCut positions of the events about the cut itself: its import and its lock
/// @param footings of every version that is shown and everything upstream
public record Foundation(
    Cut cut, AsOf asOf, Judged judged, SortedSet<Long> ofCut, Map<AssetVersion, Footing> footings) {

  public Foundation {
    ofCut = new TreeSet<>(ofCut);
    footings = Map.copyOf(footings);
  }

  /// Positions of all of them.
  public SortedSet<Long> positions() {
    var all = new TreeSet<>(ofCut);
    footings.values().forEach(footing -> all.addAll(footing.positions()));
    return all;
  }

  /// Positions of those behind one element: of what it shows and of everything that was made from.
  public SortedSet<Long> positions(JudgedElement element) {
    var behind = new TreeSet<Long>();
    for (var version : Upstream.of(element.match().versions(), this::inputs)) {
      var footing = footings.get(version);
      if (footing != null) {
        behind.addAll(footing.positions());
      }
    }
    return behind;
  }

  private List<Input> inputs(AssetVersion version) {
    var footing = footings.get(version);
    return footing == null ? List.of() : footing.inputs();
  }
}
