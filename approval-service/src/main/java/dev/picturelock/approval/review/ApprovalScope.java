package dev.picturelock.approval.review;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What an approval reaches.
public enum ApprovalScope {
  /// exactly the version that was reviewed
  @JsonProperty("asset-version")
  ASSET_VERSION,
  /// every asset under the use with the same facts and the same tool
  @JsonProperty("use")
  USE;

  public String wireName() {
    return switch (this) {
      case ASSET_VERSION -> "asset-version";
      case USE -> "use";
    };
  }

  @Override
  public String toString() {
    return wireName();
  }
}
