package dev.picturelock.approval.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody hands in to close an action: consents that are on file, or a document.
public sealed interface NewEvidence {

  record OfConsents(List<UUID> ids, @Nullable String note) implements NewEvidence {
    public OfConsents {
      ids = List.copyOf(ids);
    }
  }

  /// - **kind** what sort of paper, **reference** where it lies, **sha256** of its bytes
  record OfDocument(String kind, String reference, @Nullable String sha256, @Nullable String note)
      implements NewEvidence {}
}
