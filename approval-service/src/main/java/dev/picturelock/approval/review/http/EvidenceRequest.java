package dev.picturelock.approval.review.http;

import dev.picturelock.approval.http.Inputs;
import dev.picturelock.approval.review.NewEvidence;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Evidence for an action: either `consent` or `consents` that are on file, or a document with
/// `kind` and `reference`.
record EvidenceRequest(
    @Nullable String kind,
    @Nullable String reference,
    @Nullable String sha256,
    @Nullable String note,
    @Nullable UUID consent,
    List<UUID> consents) {
  EvidenceRequest {
    consents = consents == null ? List.of() : List.copyOf(consents);
  }

  NewEvidence checked() {
    var checkedNote = Inputs.optionalText("/note", note, Inputs.LONG);
    if (consent == null && consents.isEmpty()) {
      if (kind == null && reference == null) {
        throw Inputs.body("", "want consent or consents, or a document: kind and reference", null);
      }
      return new NewEvidence.OfDocument(
          Inputs.text("/kind", kind, Inputs.SHORT),
          Inputs.text("/reference", reference, Inputs.LONG),
          Inputs.optionalSha256("/sha256", sha256),
          checkedNote);
    }
    if (kind != null || reference != null || sha256 != null) {
      throw Inputs.body("/kind", "hand in consents or a document, not both at once", kind);
    }
    var ids = Stream.concat(Stream.ofNullable(consent), consents.stream()).distinct().toList();
    return new NewEvidence.OfConsents(ids, checkedNote);
  }
}
