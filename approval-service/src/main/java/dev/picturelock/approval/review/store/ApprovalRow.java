package dev.picturelock.approval.review.store;

import dev.picturelock.approval.review.Approval;
import dev.picturelock.approval.review.ApprovalScope;
import dev.picturelock.approval.review.Statement;
import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.contracts.event.ReviewSubject;
import dev.picturelock.contracts.event.UseRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "approval")
class ApprovalRow {
  @Id UUID id;

  @Column(name = "review_id")
  UUID reviewId;

  @Column(name = "title_id")
  String titleId;

  String asset;

  @Column(name = "asset_version")
  String assetVersion;

  @Column(name = "use_id")
  String useId;

  @Column(name = "use_version")
  Integer useVersion;

  @Enumerated(EnumType.STRING)
  ApprovalScope scope;

  @Column(name = "facts_sha256")
  String factsSha256;

  String tool;
  String statement;

  @Column(name = "decided_by")
  String decidedBy;

  @Column(name = "decided_at")
  Instant decidedAt;

  String conditions;

  @Column(name = "conditions_met")
  boolean conditionsMet;

  @Column(name = "valid_until")
  Instant validUntil;

  @Column(name = "revoked_by")
  String revokedBy;

  @Column(name = "revoked_at")
  Instant revokedAt;

  @Column(name = "revoked_reason")
  String revokedReason;

  static ApprovalRow of(Approval approval) {
    var row = new ApprovalRow();
    row.id = approval.id();
    row.reviewId = approval.review();
    row.titleId = approval.titleId();
    if (approval.subject().asset() != null) {
      row.asset = approval.subject().asset().asset();
      row.assetVersion = approval.subject().asset().version();
    }
    if (approval.subject().use() != null) {
      row.useId = approval.subject().use().use();
      row.useVersion = approval.subject().use().version();
    }
    row.scope = approval.scope();
    row.factsSha256 = approval.factsSha256();
    row.tool = approval.tool();
    row.statement = approval.statement().text();
    row.decidedBy = approval.statement().by();
    row.decidedAt = approval.statement().at();
    row.conditions = StoredJson.write(approval.conditions());
    row.validUntil = approval.validUntil();
    row.change(approval);
    return row;
  }

  /// Takes over what can change.
  void change(Approval approval) {
    conditionsMet = approval.conditionsMet();
    if (approval.revocation() != null) {
      revokedBy = approval.revocation().by();
      revokedAt = approval.revocation().at();
      revokedReason = approval.revocation().text();
    }
  }

  Approval toDomain() {
    return new Approval(
        id,
        reviewId,
        titleId,
        new ReviewSubject(
            asset == null ? null : new AssetRef(asset, assetVersion),
            useId == null ? null : new UseRef(useId, useVersion)),
        scope,
        factsSha256,
        tool,
        new Statement(decidedBy, decidedAt, statement),
        StoredJson.readAll(conditions, String.class),
        conditionsMet,
        validUntil,
        revokedAt == null ? null : new Statement(revokedBy, revokedAt, revokedReason));
  }
}
