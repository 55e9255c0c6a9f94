package dev.picturelock.intake.title.store;

import dev.picturelock.intake.title.Title;
import dev.picturelock.intake.title.Title.PinnedPack;
import dev.picturelock.intake.title.Titles;
import dev.picturelock.kit.sql.Row;
import dev.picturelock.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PostgresTitles implements Titles {
  /// A title with its newest pack; one that never moved has the pack of its opening.
  private static final String TITLES =
      """
      SELECT t.id, t.name, t.policy_pack AS opened_under, t.event_id, t.opened_by, t.opened_at,
        coalesce(m.move, 0) AS move, coalesce(m.policy_pack, t.policy_pack) AS policy_pack,
        coalesce(m.event_id, t.event_id) AS pack_event_id,
        coalesce(m.changed_by, t.opened_by) AS changed_by,
        coalesce(m.changed_at, t.opened_at) AS changed_at
      FROM title t
      LEFT JOIN LATERAL (
        SELECT * FROM title_policy_pack p WHERE p.title_id = t.id ORDER BY p.move DESC LIMIT 1
      ) m ON true
      """;

  private static final String FIND = TITLES + "WHERE t.id = ?";
  private static final String AFTER = TITLES + "WHERE t.id > ? ORDER BY t.id";

  // Not the row's own lock: to share that is a write, and those who share it could keep a move
  // waiting for ever. These are in memory, and served in turn.
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtext('intake.title'), hashtext(?))::text";
  private static final String HOLD =
      "SELECT pg_advisory_xact_lock_shared(hashtext('intake.title'), hashtext(?))::text";

  private static final String ADD =
      """
      INSERT INTO title (id, name, policy_pack, event_id, opened_by, opened_at)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING
      """;

  private static final String MOVE =
      """
      INSERT INTO title_policy_pack (title_id, move, policy_pack, event_id, changed_by, changed_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private final Sql sql;

  PostgresTitles(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Title> find(String id) {
    return sql.first(FIND, PostgresTitles::title, id);
  }

  /// Two statements: what a move that we waited for has written is seen only by the second.
  @Override
  public Optional<Title> lock(String id) {
    sql.list(LOCK, _ -> id, id);
    return find(id);
  }

  @Override
  public Title hold(String id) {
    sql.list(HOLD, _ -> id, id);
    return find(id).orElseThrow();
  }

  @Override
  public List<Title> after(String id) {
    return sql.list(AFTER, PostgresTitles::title, id);
  }

  @Override
  public boolean add(Title title) {
    return sql.update(
            ADD,
            title.id(),
            title.name(),
            title.openedUnder(),
            title.eventId(),
            title.openedBy(),
            title.openedAt())
        == 1;
  }

  @Override
  public void move(String id, PinnedPack pack) {
    sql.update(
        MOVE, id, pack.move(), pack.name(), pack.eventId(), pack.changedBy(), pack.changedAt());
  }

  private static Title title(Row row) throws SQLException {
    return new Title(
        row.text("id"),
        row.text("name"),
        row.text("opened_under"),
        row.uuid("event_id"),
        row.text("opened_by"),
        row.instant("opened_at"),
        new PinnedPack(
            row.smallInteger("move"),
            row.text("policy_pack"),
            row.uuid("pack_event_id"),
            row.text("changed_by"),
            row.instant("changed_at")));
  }
}
