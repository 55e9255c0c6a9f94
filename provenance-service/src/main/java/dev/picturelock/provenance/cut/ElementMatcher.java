package dev.picturelock.provenance.cut;

import dev.picturelock.provenance.cut.Match.By;
import dev.picturelock.provenance.cut.Timeline.Element;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the asset versions that the elements of a cut show.
///
/// The first of these that names something registered decides: the id in the clip's metadata, a
/// digest declared beside it, a digest anywhere else in the metadata, the media's file name, the
/// clip's name if it is a registered file name. It decides for certain only if it names one version
/// and the stronger evidence, where there is any, does not name another.
public final class ElementMatcher {

  private final AssetVersions registered;

  public ElementMatcher(AssetVersions registered) {
    this.registered = registered;
  }

  /// One match for each element, in the order given; three look-ups whatever their number.
  public List<ElementMatch> match(List<Element> elements) {
    var known = look(elements);
    return elements.stream()
        .map(element -> new ElementMatch(element, known.match(element)))
        .toList();
  }

  private Known look(List<Element> elements) {
    var ids = new HashSet<AssetVersion>();
    var digests = new HashSet<ContentDigest>();
    var names = new HashSet<String>();
    for (var element : elements) {
      ids.addAll(element.identifiers().assets());
      digests.addAll(element.identifiers().declared());
      digests.addAll(element.identifiers().found());
      names.addAll(element.media().fileNames());
      names.add(clipName(element));
    }
    names.remove("");
    return new Known(
        ids.isEmpty() ? Set.of() : registered.findByIds(Set.copyOf(ids)),
        digests.isEmpty() ? Map.of() : registered.findByDigests(Set.copyOf(digests)),
        names.isEmpty() ? Map.of() : registered.findByFileNames(Set.copyOf(names)));
  }

  private static String clipName(Element element) {
    return FileName.normal(element.name().strip());
  }

  private record Known(
      Set<AssetVersion> ids,
      Map<ContentDigest, Set<AssetVersion>> digests,
      Map<String, Set<AssetVersion>> names) {

    Match match(Element element) {
      var identifiers = element.identifiers();
      var declared = versions(digests, identifiers.declared());
      var named = identifiers.assets().stream().filter(ids::contains).collect(Collectors.toSet());
      if (!named.isEmpty()) {
        return byId(named, declared, identifiers);
      }
      if (!declared.isEmpty()) {
        return byDigest(declared, identifiers.declared(), identifiers);
      }
      var found = versions(digests, identifiers.found());
      return found.isEmpty() ? byName(element) : byDigest(found, identifiers.found(), identifiers);
    }

    private static Match byId(
        Set<AssetVersion> named, Set<AssetVersion> declared, Identifiers identifiers) {
      if (identifiers.assets().size() > 1) {
        return uncertain(named, By.ID, "the metadata names several asset versions");
      }
      if (!declared.isEmpty() && !declared.containsAll(named)) {
        return uncertain(
            union(named, declared),
            By.ID,
            "the digest in the metadata is of another asset version");
      }
      return new Match.Certain(named.iterator().next(), By.ID);
    }

    private Match byDigest(
        Set<AssetVersion> versions, List<ContentDigest> evidence, Identifiers identifiers) {
      var by =
          evidence.stream()
              .filter(digests::containsKey)
              .map(digest ->
                  switch (digest) {
                    case ContentDigest.C4 _ -> By.C4;
                    case ContentDigest.Sha256 _ -> By.SHA256;
                  })
              .sorted()
              .findFirst()
              .orElseThrow();
      if (!identifiers.assets().isEmpty()) {
        return uncertain(
            versions,
            by,
            "the metadata names " + identifiers.assets() + ", which is not registered");
      }
      return one(versions, by, "several asset versions have this content");
    }

    private Match byName(Element element) {
      var ofMedia = element.media().fileNames();
      var byMedia = versions(names, ofMedia);
      var byClip = names.getOrDefault(clipName(element), Set.of());
      var contradicted = hasIdentity(element.identifiers());
      if (contradicted && !union(byMedia, byClip).isEmpty()) {
        return uncertain(
            byMedia.isEmpty() ? byClip : byMedia,
            By.FILE_NAME,
            "only the file name fits; what the metadata names is not registered");
      }
      if (!byMedia.isEmpty()) {
        return one(byMedia, By.FILE_NAME, "several asset versions have this file name");
      }
      if (byClip.isEmpty()) {
        return new Match.None();
      }
      return ofMedia.isEmpty()
          ? one(byClip, By.FILE_NAME, "several asset versions have this file name")
          : uncertain(byClip, By.FILE_NAME, "only the clip's name fits; its media has another");
    }

    /// A declared identity that nothing fits says that this is something else than what the name
    /// suggests.
    private static boolean hasIdentity(Identifiers identifiers) {
      return !identifiers.assets().isEmpty() || !identifiers.declared().isEmpty();
    }

    private static Match one(Set<AssetVersion> versions, By by, String ifSeveral) {
      return versions.size() == 1
          ? new Match.Certain(versions.iterator().next(), by)
          : uncertain(versions, by, ifSeveral);
    }

    private static Match uncertain(Set<AssetVersion> versions, By by, String why) {
      return new Match.Uncertain(List.copyOf(versions), by, why);
    }

    private static <K> Set<AssetVersion> versions(
        Map<K, Set<AssetVersion>> known, Collection<? extends K> keys) {
      return keys.stream()
          .flatMap(key -> known.getOrDefault(key, Set.of()).stream())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<AssetVersion> union(Set<AssetVersion> one, Set<AssetVersion> other) {
      return Stream.concat(one.stream(), other.stream())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
