package dev.picturelock.contracts.event;

import org.jspecify.annotations.Nullable;

/// What a review or approval is about: a version of an asset or of a reported use.
public record ReviewSubject(@Nullable AssetRef asset, @Nullable UseRef use) {
  public static ReviewSubject of(AssetRef asset, @Nullable UseRef use) {
    return new ReviewSubject(asset, use);
  }

  public static ReviewSubject of(UseRef use) {
    return new ReviewSubject(null, use);
  }

  /// The subject as it stands in CloudEvents: `asset/<asset>/<version>` or `use/<use>/<version>`.
  public String path() {
    if (asset != null) {
      return "asset/" + asset.path();
    }
    return use == null ? "none" : "use/" + use.use() + "/" + use.version();
  }
}
