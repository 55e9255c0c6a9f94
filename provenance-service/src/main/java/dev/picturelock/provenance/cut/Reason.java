package dev.picturelock.provenance.cut;

import java.util.Optional;

/// One reason for a verdict.
///
/// @param detail a sentence for a person
/// @param version the asset version it is about, if it is about one
public record Reason(ReasonCode code, String detail, Optional<AssetVersion> version) {

  static Reason of(ReasonCode code, AssetVersion version, String detail) {
    return new Reason(code, detail, Optional.of(version));
  }

  static Reason of(ReasonCode code, String detail) {
    return new Reason(code, detail, Optional.empty());
  }
}
