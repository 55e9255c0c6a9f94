package dev.picturelock.provenance.cut;

import java.util.Collection;
import java.util.Map;

/// What is known of the assets of a title.
public interface AssetKnowledge {

  AssetVersions versions(String titleId, AsOf asOf);

  /// States of these versions and of everything they were made from. What is not registered is left
  /// out. The number of queries grows with the depth of the inputs, never with their number.
  Map<AssetVersion, AssetState> states(String titleId, Collection<AssetVersion> shown, AsOf asOf);

  /// The events that those states were taken from, for the same versions.
  Map<AssetVersion, Footing> footings(String titleId, Collection<AssetVersion> shown, AsOf asOf);
}
