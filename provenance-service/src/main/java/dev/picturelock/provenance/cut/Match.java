package dev.picturelock.provenance.cut;

import java.util.List;
import java.util.Optional;

/// Which registered asset version an element shows.
public sealed interface Match {

  /// Exactly one, and nothing speaks against it.
  record Certain(AssetVersion version, By by) implements Match {}

  /// One of several, or one that something speaks against. A person has to say which.
  ///
  /// @param candidates in order of their names; never empty
  /// @param why what makes it uncertain
  record Uncertain(List<AssetVersion> candidates, By by, String why) implements Match {
    public Uncertain {
      candidates = candidates.stream().distinct().sorted().toList();
      if (candidates.isEmpty()) {
        throw new IllegalArgumentException("want candidates, got none");
      }
    }
  }

  /// Nothing registered fits.
  record None() implements Match {}

  /// Everything it may be: one, several or none.
  default List<AssetVersion> versions() {
    return switch (this) {
      case Certain(var version, _) -> List.of(version);
      case Uncertain(var candidates, _, _) -> candidates;
      case None() -> List.of();
    };
  }

  /// The one to show for it: the only candidate, or nothing while there are several.
  default Optional<AssetVersion> onlyVersion() {
    return versions().size() == 1 ? Optional.of(versions().getFirst()) : Optional.empty();
  }

  default Optional<By> matchedBy() {
    return switch (this) {
      case Certain(_, var by) -> Optional.of(by);
      case Uncertain(_, var by, _) -> Optional.of(by);
      case None() -> Optional.empty();
    };
  }

  default boolean certain() {
    return this instanceof Certain;
  }

  /// What the match rests on, strongest first.
  enum By {
    ID("id"),
    C4("c4"),
    SHA256("sha256"),
    FILE_NAME("file-name");

    private final String wireName;

    By(String wireName) {
      this.wireName = wireName;
    }

    /// As it stands in answers and reports.
    public String wireName() {
      return wireName;
    }
  }
}
