package dev.picturelock.provenance.cut;

import java.util.List;

/// What a clip's own metadata says about its media.
///
/// @param assets asset versions named under the metadata key `picturelock`
/// @param declared digests under the same key
/// @param found digests anywhere else in the metadata; they may be of something else, a look-up
///   table say
public record Identifiers(
    List<AssetVersion> assets, List<ContentDigest> declared, List<ContentDigest> found) {

  public static final Identifiers NONE = new Identifiers(List.of(), List.of(), List.of());

  public Identifiers {
    assets = List.copyOf(assets);
    declared = List.copyOf(declared);
    found = List.copyOf(found);
  }
}
