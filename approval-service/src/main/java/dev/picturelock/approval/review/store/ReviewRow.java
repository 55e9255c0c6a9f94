package dev.picturelock.approval.review.store;

import dev.picturelock.approval.review.Classified;
import dev.picturelock.approval.review.RequiredAction;
import dev.picturelock.approval.review.Review;
import dev.picturelock.approval.review.ReviewState;
import dev.picturelock.approval.review.ReviewStatus;
import dev.picturelock.approval.review.Statement;
import dev.picturelock.contracts.event.RiskTier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

@Entity
@Table(name = "review")
class ReviewRow {
  @Id UUID id;

  @Column(name = "title_id")
  String titleId;

  String asset;

  @Column(name = "asset_version")
  String assetVersion;

  @Column(name = "use_id")
  String useId;

  @Enumerated(EnumType.STRING)
  RiskTier tier;

  @Column(name = "facts_sha256")
  String factsSha256;

  @Column(name = "opened_at")
  Instant openedAt;

  @Enumerated(EnumType.STRING)
  ReviewStatus status;

  String statement;

  @Column(name = "statement_by")
  String statementBy;

  @Column(name = "statement_at")
  Instant statementAt;

  @Column(name = "approval_id")
  UUID approvalId;

  @Column(name = "superseded_by")
  UUID supersededBy;

  String about;
  String actions;

  @Column(name = "open_actions")
  String[] openActions;

  UUID[] consents;

  static ReviewRow of(Review review) {
    var about = review.about();
    var row = new ReviewRow();
    row.id = review.id();
    row.titleId = about.titleId();
    if (about.subject().asset() != null) {
      row.asset = about.subject().asset().asset();
      row.assetVersion = about.subject().asset().version();
    }
    row.useId = about.use();
    row.tier = about.classification().tier();
    row.factsSha256 = about.classification().factsSha256();
    row.openedAt = about.at();
    row.about = StoredJson.write(about);
    row.change(review);
    return row;
  }

  /// Takes over what can change.
  void change(Review review) {
    status = review.state().status();
    actions = StoredJson.write(review.actions().stream().map(ActionJson::of).toList());
    openActions = review.openActions().toArray(String[]::new);
    consents =
        review.actions().stream()
            .map(RequiredAction::consents)
            .flatMap(Collection::stream)
            .distinct()
            .toArray(UUID[]::new);
    say(null);
    approvalId = null;
    supersededBy = null;
    switch (review.state()) {
      case ReviewState.Open() -> {}
      case ReviewState.InfoRequested(var said) -> say(said);
      case ReviewState.Approved(var approval, var said) -> {
        approvalId = approval;
        say(said);
      }
      case ReviewState.Refused(var said) -> say(said);
      case ReviewState.Revoked(var approval, var said) -> {
        approvalId = approval;
        say(said);
      }
      case ReviewState.Expired(var approval) -> approvalId = approval;
      case ReviewState.Covered(var approval) -> approvalId = approval;
      case ReviewState.Superseded(var by) -> supersededBy = by;
    }
  }

  Review toDomain() {
    var all = StoredJson.readAll(actions, ActionJson.class);
    return new Review(
        id,
        StoredJson.read(about, Classified.class),
        all.stream().map(ActionJson::toDomain).toList(),
        state());
  }

  private ReviewState state() {
    return switch (status) {
      case OPEN -> new ReviewState.Open();
      case INFO_REQUESTED -> new ReviewState.InfoRequested(said());
      case APPROVED -> new ReviewState.Approved(approvalId, said());
      case REFUSED -> new ReviewState.Refused(said());
      case REVOKED -> new ReviewState.Revoked(approvalId, said());
      case EXPIRED -> new ReviewState.Expired(approvalId);
      case COVERED -> new ReviewState.Covered(approvalId);
      case SUPERSEDED -> new ReviewState.Superseded(supersededBy);
    };
  }

  private Statement said() {
    return new Statement(statementBy, statementAt, statement);
  }

  private void say(Statement said) {
    statement = said == null ? null : said.text();
    statementBy = said == null ? null : said.by();
    statementAt = said == null ? null : said.at();
  }
}
