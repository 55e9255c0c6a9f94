package dev.picturelock.provenance.cut;

import java.util.Map;
import java.util.Set;

/// The registered asset versions of one title. A cut of three thousand elements asks each question
/// once.
///
/// What is not registered is left out of the answer; an answer never names something that was not
/// asked.
public interface AssetVersions {

  /// Which of these are registered.
  Set<AssetVersion> findByIds(Set<AssetVersion> ids);

  /// Versions whose registered content has one of these digests.
  Map<ContentDigest, Set<AssetVersion>> findByDigests(Set<ContentDigest> digests);

  /// Versions registered under exactly one of these file names, compared in Unicode form C.
  Map<String, Set<AssetVersion>> findByFileNames(Set<String> names);
}
