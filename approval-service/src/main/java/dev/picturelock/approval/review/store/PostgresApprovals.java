package dev.picturelock.approval.review.store;

import dev.picturelock.approval.review.Approval;
import dev.picturelock.approval.review.ApprovalScope;
import dev.picturelock.approval.review.Approvals;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresApprovals implements Approvals {
  private final Rows rows;

  PostgresApprovals(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void save(Approval approval) {
    var row = rows.findByIdOptional(approval.id());
    if (row.isPresent()) {
      row.get().change(approval);
    } else {
      rows.persist(ApprovalRow.of(approval));
    }
  }

  @Override
  public Optional<Approval> find(UUID id) {
    return rows.findByIdOptional(id).map(ApprovalRow::toDomain);
  }

  @Override
  public Optional<String> titleOf(UUID id) {
    return rows.getEntityManager()
        .createQuery("select titleId from ApprovalRow where id = :id", String.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Approval> ofUse(String titleId, String use, String factsSha256) {
    return rows
        .list(
            "titleId = ?1 and useId = ?2 and factsSha256 = ?3 and scope = ?4"
                + " and revokedAt is null order by decidedAt, id",
            titleId,
            use,
            factsSha256,
            ApprovalScope.USE)
        .stream()
        .map(ApprovalRow::toDomain)
        .toList();
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<ApprovalRow, UUID> {}
}
