package dev.picturelock.provenance.cut;

import java.util.Comparator;

/// Names one version of one asset of a title.
public record AssetVersion(String asset, String version) implements Comparable<AssetVersion> {

  private static final Comparator<AssetVersion> ORDER =
      Comparator.comparing(AssetVersion::asset).thenComparing(AssetVersion::version);

  public AssetVersion {
    if (asset.isBlank() || version.isBlank()) {
      throw new IllegalArgumentException(
          "want an asset and a version, got '%s' and '%s'".formatted(asset, version));
    }
  }

  @Override
  public int compareTo(AssetVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return asset + " " + version;
  }
}
