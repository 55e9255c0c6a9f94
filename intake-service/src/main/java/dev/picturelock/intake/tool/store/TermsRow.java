package dev.picturelock.intake.tool.store;

import dev.picturelock.contracts.event.TermsSnapshot;
import dev.picturelock.intake.tool.RecordedTerms;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "tool_terms")
class TermsRow {
  @Id UUID id;

  @Column(name = "tool_id")
  String toolId;

  @Column(name = "effective_from")
  Instant effectiveFrom;

  @Column(name = "stores_or_trains")
  String storesOrTrains;

  @Column(name = "enterprise_agreement")
  String enterpriseAgreement;

  @Column(name = "licence_tier")
  String licenceTier;

  @Column(name = "document_sha256")
  String documentSha256;

  String note;

  @Column(name = "event_id")
  UUID eventId;

  @Column(name = "recorded_by")
  String recordedBy;

  @Column(name = "recorded_at")
  Instant recordedAt;

  static TermsRow of(RecordedTerms recorded) {
    var row = new TermsRow();
    row.id = recorded.terms().terms();
    row.toolId = recorded.tool();
    row.effectiveFrom = recorded.terms().effectiveFrom();
    row.storesOrTrains = recorded.terms().storesOrTrains();
    row.enterpriseAgreement = recorded.terms().enterpriseAgreement();
    row.licenceTier = recorded.terms().licenceTier();
    row.documentSha256 = recorded.terms().documentSha256();
    row.note = recorded.terms().note();
    row.eventId = recorded.eventId();
    row.recordedBy = recorded.recordedBy();
    row.recordedAt = recorded.recordedAt();
    return row;
  }

  TermsSnapshot snapshot() {
    return new TermsSnapshot(
        id, effectiveFrom, storesOrTrains, enterpriseAgreement, licenceTier, documentSha256, note);
  }

  RecordedTerms toDomain() {
    return new RecordedTerms(toolId, snapshot(), eventId, recordedBy, recordedAt);
  }
}
