package dev.picturelock.intake.tool.http;

import dev.picturelock.intake.tool.RecordedTerms;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A recorded snapshot of a tool's terms; `terms` is its id.
record TermsView(
    String tool,
    UUID terms,
    Instant effectiveFrom,
    String storesOrTrains,
    String enterpriseAgreement,
    @Nullable String licenceTier,
    @Nullable String documentSha256,
    @Nullable String note,
    String recordedBy,
    Instant recordedAt,
    UUID eventId) {
  static TermsView of(RecordedTerms recorded) {
    var terms = recorded.terms();
    return new TermsView(
        recorded.tool(),
        terms.terms(),
        terms.effectiveFrom(),
        terms.storesOrTrains(),
        terms.enterpriseAgreement(),
        terms.licenceTier(),
        terms.documentSha256(),
        terms.note(),
        recorded.recordedBy(),
        recorded.recordedAt(),
        recorded.eventId());
  }
}
