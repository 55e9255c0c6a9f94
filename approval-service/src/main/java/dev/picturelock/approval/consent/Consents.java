package dev.picturelock.approval.consent;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All consents on file.
public interface Consents {
  void add(Consent consent);

  /// Keeps the revocation of a consent that is there.
  void update(Consent consent);

  Optional<Consent> find(UUID id);

  /// The title a consent belongs to; asked before anything is read under the title's lock.
  Optional<String> titleOf(UUID id);

  /// Those of `ids` that belong to the title; others are left out.
  List<Consent> findAll(String titleId, Collection<UUID> ids);

  /// Persons of whom any record in the title says that they are minors.
  Set<String> minorsAmong(String titleId, Collection<String> persons);

  /// A page in order of id, after `after`.
  List<Consent> list(String titleId, @Nullable UUID after, int limit);
}
