package dev.picturelock.approval.consent.store;

import dev.picturelock.approval.consent.Consent;
import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.ConsentForm;
import dev.picturelock.approval.gate.SignerRole;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "consent")
class ConsentRow {
  private static final String SEPARATOR = "\n";

  @Id UUID id;

  @Column(name = "title_id")
  String titleId;

  @Enumerated(EnumType.STRING)
  ActionKind type;

  String person;
  String signer;

  @Column(name = "signer_role")
  @Enumerated(EnumType.STRING)
  SignerRole signerRole;

  @Column(name = "authority_on_file")
  boolean authorityOnFile;

  @Enumerated(EnumType.STRING)
  ConsentForm form;

  String production;
  String uses;

  @Column(name = "use_description")
  String useDescription;

  @Column(name = "valid_from")
  LocalDate validFrom;

  @Column(name = "valid_to")
  LocalDate validTo;

  @Column(name = "document_sha256")
  String documentSha256;

  @Column(name = "person_is_minor")
  boolean personIsMinor;

  @Column(name = "person_is_deceased")
  boolean personIsDeceased;

  @Column(name = "recorded_by")
  String recordedBy;

  @Column(name = "recorded_at")
  Instant recordedAt;

  @Column(name = "revoked_by")
  String revokedBy;

  @Column(name = "revoked_at")
  Instant revokedAt;

  @Column(name = "revoked_reason")
  String revokedReason;

  static ConsentRow of(Consent consent) {
    var row = new ConsentRow();
    row.id = consent.id();
    row.titleId = consent.titleId();
    row.type = consent.type();
    row.person = consent.person();
    row.signer = consent.signer();
    row.signerRole = consent.signerRole();
    row.authorityOnFile = consent.authorityOnFile();
    row.form = consent.form();
    row.production = consent.production();
    row.uses = String.join(SEPARATOR, consent.uses());
    row.useDescription = consent.useDescription();
    row.validFrom = consent.validFrom();
    row.validTo = consent.validTo();
    row.documentSha256 = consent.documentSha256();
    row.personIsMinor = consent.personIsMinor();
    row.personIsDeceased = consent.personIsDeceased();
    row.recordedBy = consent.recordedBy();
    row.recordedAt = consent.recordedAt();
    return row;
  }

  Consent toDomain() {
    return new Consent(
        id,
        titleId,
        type,
        person,
        signer,
        signerRole,
        authorityOnFile,
        form,
        production,
        uses.isEmpty() ? List.of() : List.of(uses.split(SEPARATOR, -1)),
        useDescription,
        validFrom,
        validTo,
        documentSha256,
        personIsMinor,
        personIsDeceased,
        recordedBy,
        recordedAt,
        revokedAt == null ? null : new Consent.Revocation(revokedAt, revokedBy, revokedReason));
  }
}
