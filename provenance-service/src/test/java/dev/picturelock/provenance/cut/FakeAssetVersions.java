package dev.picturelock.provenance.cut;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Registered versions in memory; counts how often it is asked.
final class FakeAssetVersions implements AssetVersions {

  private final Set<AssetVersion> registered = new HashSet<>();
  private final Map<ContentDigest, Set<AssetVersion>> digests = new HashMap<>();
  private final Map<String, Set<AssetVersion>> names = new HashMap<>();
  private int questions;

  FakeAssetVersions register(AssetVersion version, String fileName, ContentDigest... content) {
    registered.add(version);
    names.computeIfAbsent(FileName.normal(fileName), _ -> new TreeSet<>()).add(version);
    Arrays.stream(content)
        .forEach(digest -> digests.computeIfAbsent(digest, _ -> new TreeSet<>()).add(version));
    return this;
  }

  int questions() {
    return questions;
  }

  @Override
  public Set<AssetVersion> findByIds(Set<AssetVersion> ids) {
    questions++;
    var found = new HashSet<>(ids);
    found.retainAll(registered);
    return found;
  }

  @Override
  public Map<ContentDigest, Set<AssetVersion>> findByDigests(Set<ContentDigest> asked) {
    questions++;
    return only(digests, asked);
  }

  @Override
  public Map<String, Set<AssetVersion>> findByFileNames(Set<String> asked) {
    questions++;
    return only(names, asked);
  }

  private static <K> Map<K, Set<AssetVersion>> only(Map<K, Set<AssetVersion>> all, Set<K> asked) {
    var found = new HashMap<>(all);
    found.keySet().retainAll(asked);
    return found;
  }
}
