package dev.picturelock.intake.title.store;

import dev.picturelock.intake.title.Title;
import dev.picturelock.intake.title.Titles;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PostgresTitles implements Titles, PanacheRepositoryBase<TitleRow, String> {
  private static final String ADD =
      """
      INSERT INTO title (id, name, policy_pack, event_id, opened_by, opened_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT (id) DO NOTHING
      """;

  @Override
  public Optional<Title> find(String id) {
    return findByIdOptional(id).map(TitleRow::toDomain);
  }

  @Override
  public List<Title> after(String id) {
    return list("id > ?1 order by id", id).stream().map(TitleRow::toDomain).toList();
  }

  @Override
  public boolean add(Title title) {
    return getEntityManager()
            .createNativeQuery(ADD)
            .setParameter(1, title.id())
            .setParameter(2, title.name())
            .setParameter(3, title.policyPack())
            .setParameter(4, title.eventId())
            .setParameter(5, title.openedBy())
            .setParameter(6, title.openedAt())
            .executeUpdate()
        == 1;
  }
}
