package dev.picturelock.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dated copy of a tool's terms, reduced to what decides risk.
///
/// - **terms** id of the snapshot
/// - **storesOrTrains** the tool keeps, reuses or trains on inputs or outputs: yes, no, unsure
/// - **enterpriseAgreement** covered by an enterprise agreement: yes, no, unsure
/// - **documentSha256** digest of the document that was read
public record TermsSnapshot(
    UUID terms,
    Instant effectiveFrom,
    String storesOrTrains,
    String enterpriseAgreement,
    @Nullable String licenceTier,
    @Nullable String documentSha256,
    @Nullable String note) {}
