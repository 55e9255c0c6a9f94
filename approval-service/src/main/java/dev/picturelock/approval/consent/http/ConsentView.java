package dev.picturelock.approval.consent.http;

import dev.picturelock.approval.consent.Consent;
import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.ConsentForm;
import dev.picturelock.approval.gate.SignerRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A consent as it is shown; persons go by their pseudonym.
record ConsentView(
    UUID consent,
    ActionKind type,
    String person,
    SignerRole signerRole,
    boolean signedBySubject,
    boolean authorityOnFile,
    ConsentForm form,
    String production,
    List<String> uses,
    @Nullable String useDescription,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String documentSha256,
    boolean subjectIsMinor,
    boolean subjectIsDeceased,
    String recordedBy,
    Instant recordedAt,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy,
    @Nullable String revokedReason) {

  static ConsentView of(Consent consent) {
    var revocation = consent.revocation();
    return new ConsentView(
        consent.id(),
        consent.type(),
        consent.person(),
        consent.signerRole(),
        consent.signer().equals(consent.person()),
        consent.authorityOnFile(),
        consent.form(),
        consent.production(),
        consent.uses(),
        consent.useDescription(),
        consent.validFrom(),
        consent.validTo(),
        consent.documentSha256(),
        consent.personIsMinor(),
        consent.personIsDeceased(),
        consent.recordedBy(),
        consent.recordedAt(),
        revocation == null ? null : revocation.at(),
        revocation == null ? null : revocation.by(),
        revocation == null ? null : revocation.reason());
  }
}
