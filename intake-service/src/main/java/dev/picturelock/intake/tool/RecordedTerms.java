package dev.picturelock.intake.tool;

import dev.picturelock.contracts.event.TermsSnapshot;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/// A snapshot of a tool's terms and who recorded it.
public record RecordedTerms(
    String tool, TermsSnapshot terms, UUID eventId, String recordedBy, Instant recordedAt) {

  /// Whether the other snapshot says the same, whatever its id.
  boolean saysTheSameAs(TermsSnapshot other) {
    return terms.effectiveFrom().equals(other.effectiveFrom())
        && terms.storesOrTrains().equals(other.storesOrTrains())
        && terms.enterpriseAgreement().equals(other.enterpriseAgreement())
        && Objects.equals(terms.licenceTier(), other.licenceTier())
        && Objects.equals(terms.documentSha256(), other.documentSha256())
        && Objects.equals(terms.note(), other.note());
  }
}
