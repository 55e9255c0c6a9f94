package dev.picturelock.approval.consent.store;

import dev.picturelock.approval.consent.Consent;
import dev.picturelock.approval.consent.Consents;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresConsents implements Consents {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Rows rows;

  PostgresConsents(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void add(Consent consent) {
    rows.persist(ConsentRow.of(consent));
  }

  @Override
  public void update(Consent consent) {
    var row = rows.findById(consent.id());
    var revocation = consent.revocation();
    if (revocation != null) {
      row.revokedAt = revocation.at();
      row.revokedBy = revocation.by();
      row.revokedReason = revocation.reason();
    }
  }

  @Override
  public Optional<Consent> find(UUID id) {
    return rows.findByIdOptional(id).map(ConsentRow::toDomain);
  }

  @Override
  public Optional<String> titleOf(UUID id) {
    return rows.getEntityManager()
        .createQuery("select titleId from ConsentRow where id = :id", String.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Consent> findAll(String titleId, Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : toDomain(rows.list("titleId = ?1 and id in ?2 order by id", titleId, ids));
  }

  @Override
  public Set<String> minorsAmong(String titleId, Collection<String> persons) {
    return persons.isEmpty()
        ? Set.of()
        : rows
            .list("titleId = ?1 and person in ?2 and personIsMinor = true", titleId, persons)
            .stream()
            .map(row -> row.person)
            .collect(Collectors.toSet());
  }

  @Override
  public List<Consent> list(String titleId, @Nullable UUID after, int limit) {
    var from = after == null ? BEFORE_ALL : after;
    return toDomain(
        rows.find("titleId = ?1 and id > ?2 order by id", titleId, from).page(0, limit).list());
  }

  private static List<Consent> toDomain(List<ConsentRow> found) {
    return found.stream().map(ConsentRow::toDomain).toList();
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<ConsentRow, UUID> {}
}
