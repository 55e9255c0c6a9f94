package dev.picturelock.approval.review.store;

import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.review.Classified;
import dev.picturelock.approval.review.Review;
import dev.picturelock.approval.review.ReviewQuery;
import dev.picturelock.approval.review.ReviewStatus;
import dev.picturelock.approval.review.Reviews;
import dev.picturelock.kit.access.TitleRole;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

@ApplicationScoped
class PostgresReviews implements Reviews {
  private static final List<ReviewStatus> UNDECIDED =
      List.of(ReviewStatus.OPEN, ReviewStatus.INFO_REQUESTED);
  private static final List<ReviewStatus> REPLACEABLE =
      List.of(ReviewStatus.OPEN, ReviewStatus.INFO_REQUESTED, ReviewStatus.COVERED);

  /// An empty text means: whatever it is.
  private static final String PAGE =
      """
      SELECT * FROM review
      WHERE title_id = :title
        AND (:status = '' OR status = :status)
        AND (:tier = '' OR tier = :tier)
        AND (:kinds = ''
             OR (status IN ('OPEN', 'INFO_REQUESTED', 'APPROVED')
                 AND open_actions && CAST(string_to_array(:kinds, ',') AS varchar[]))
             OR (:decides AND status IN ('OPEN', 'INFO_REQUESTED')))
        AND (opened_at, id) > (:at, :after)
      ORDER BY opened_at, id
      LIMIT :limit
      """;

  private static final String LEANING =
      "SELECT * FROM review WHERE consents @> ARRAY[CAST(:consent AS uuid)] ORDER BY opened_at, id";

  private static final ReviewQuery.Position START =
      new ReviewQuery.Position(Instant.EPOCH, new UUID(0, 0));

  private final Rows rows;

  PostgresReviews(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void save(Review review) {
    var row = rows.findByIdOptional(review.id());
    if (row.isPresent()) {
      row.get().change(review);
    } else {
      rows.persist(ReviewRow.of(review));
    }
    // A batch of classifications is one transaction. A row that stays in the session is compared
    // with its first state before every query to come, so each would cost more than the last.
    rows.flush();
    session().clear();
  }

  @Override
  public Optional<Review> find(UUID id) {
    return rows.findByIdOptional(id).map(ReviewRow::toDomain);
  }

  @Override
  public Optional<String> titleOf(UUID id) {
    return rows.getEntityManager()
        .createQuery("select titleId from ReviewRow where id = :id", String.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Review> supersededBy(Classified classified) {
    var asset = classified.subject().asset();
    var found =
        asset == null
            ? rows.list(
                "titleId = ?1 and useId = ?2 and asset is null and status in ?3",
                classified.titleId(),
                String.valueOf(classified.use()),
                REPLACEABLE)
            : rows.list(
                "titleId = ?1 and asset = ?2 and assetVersion = ?3 and status in ?4",
                classified.titleId(),
                asset.asset(),
                asset.version(),
                REPLACEABLE);
    return toDomain(found);
  }

  @Override
  public List<Review> undecidedUnder(String titleId, String use, String factsSha256) {
    return toDomain(
        rows.list(
            "titleId = ?1 and useId = ?2 and factsSha256 = ?3 and status in ?4",
            titleId,
            use,
            factsSha256,
            UNDECIDED));
  }

  @Override
  public List<Review> coveredBy(UUID approval) {
    return toDomain(
        rows.list(
            "approvalId = ?1 and status = ?2 order by openedAt, id",
            approval,
            ReviewStatus.COVERED));
  }

  @Override
  public List<Review> leaningOn(UUID consent) {
    return toDomain(
        session()
            .createNativeQuery(LEANING, ReviewRow.class)
            .setParameter("consent", consent)
            .getResultList());
  }

  @Override
  public List<Review> list(ReviewQuery query) {
    var after = query.after() == null ? START : query.after();
    return toDomain(
        session()
            .createNativeQuery(PAGE, ReviewRow.class)
            .setParameter("title", query.titleId())
            .setParameter("status", query.status() == null ? "" : query.status().name())
            .setParameter("tier", query.tier() == null ? "" : query.tier().name())
            .setParameter("kinds", kinds(query))
            .setParameter("decides", query.role() == TitleRole.CONTACT)
            .setParameter("at", after.openedAt())
            .setParameter("after", after.review())
            .setParameter("limit", query.limit())
            .getResultList());
  }

  private Session session() {
    return rows.getEntityManager().unwrap(Session.class);
  }

  private static String kinds(ReviewQuery query) {
    var role = query.role();
    if (role == null) {
      return "";
    }
    var closable = ActionKind.closableBy(role);
    return closable.isEmpty()
        ? "none"
        : closable.stream().map(ActionKind::name).collect(Collectors.joining(","));
  }

  private static List<Review> toDomain(List<ReviewRow> found) {
    return found.stream().map(ReviewRow::toDomain).toList();
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<ReviewRow, UUID> {}
}
