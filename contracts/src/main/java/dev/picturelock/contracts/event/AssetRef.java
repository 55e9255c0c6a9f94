package dev.picturelock.contracts.event;

/// A version of an asset, named by the ids its production gave it.
public record AssetRef(String asset, String version) {
  /// Id of the version in graphs and subjects: `<asset>/<version>`.
  public String path() {
    return asset + "/" + version;
  }
}
