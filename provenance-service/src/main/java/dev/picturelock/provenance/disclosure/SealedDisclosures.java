package dev.picturelock.provenance.disclosure;

import dev.picturelock.kit.disclosure.SealedDisclosure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where sealed disclosures are kept.
public interface SealedDisclosures {
  /// Keeps disclosures; one that is there already stays as it is.
  void put(List<Kept> disclosures);

  /// Erases a disclosure; one that is not there is no error.
  void erase(UUID event, String digest);

  Map<UUID, List<SealedDisclosure>> ofEvents(String titleId, Collection<UUID> events);

  /// - **fileKey** is there when it is a file name
  record Kept(SealedDisclosure sealed, @Nullable String fileKey) {}
}
