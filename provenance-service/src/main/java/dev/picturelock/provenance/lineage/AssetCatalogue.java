package dev.picturelock.provenance.lineage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds asset versions of a title.
public interface AssetCatalogue {
  Optional<AssetVersionView> find(String titleId, String asset, String version);

  /// Versions that meet every condition that is given, by ledger position, after `after`.
  List<AssetVersionView> list(String titleId, Filter filter, long after, int limit);

  /// Conditions of a listing; `q` is part of the asset id.
  record Filter(
      @Nullable String tool,
      @Nullable String model,
      @Nullable String tier,
      @Nullable String state,
      @Nullable String q) {}
}
