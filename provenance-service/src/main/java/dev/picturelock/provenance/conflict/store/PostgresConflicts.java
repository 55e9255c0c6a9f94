package dev.picturelock.provenance.conflict.store;

import dev.picturelock.contracts.event.LogConflictFound;
import dev.picturelock.kit.sql.Row;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.conflict.Conflict;
import dev.picturelock.provenance.conflict.Conflicts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/// Conflicts as rows; the entry in the log is what counts.
@ApplicationScoped
class PostgresConflicts implements Conflicts {
  private final Sql sql;

  PostgresConflicts(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(String titleId, List<Conflict> stated) {
    var rows =
        sql.batch(
            """
            INSERT INTO log_conflict (title_id, position, id, at, event_id, later_sha256,
              logged_leaf_hash, topic, partition, record_offset)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    for (var conflict : stated) {
      var found = conflict.found();
      rows.add(
          titleId,
          conflict.position(),
          conflict.id(),
          conflict.at(),
          found.event(),
          found.laterSha256(),
          found.loggedLeafHash(),
          found.topic(),
          found.partition(),
          found.offset());
    }
    rows.run();
  }

  @Override
  public List<Conflict> list(String titleId, long behind, int atMost) {
    return sql.list(
        """
        SELECT position, id, at, event_id, later_sha256, logged_leaf_hash, topic, partition,
          record_offset
        FROM log_conflict WHERE title_id = ? AND position > ? ORDER BY position LIMIT ?
        """,
        PostgresConflicts::conflict,
        titleId,
        behind,
        atMost);
  }

  private static Conflict conflict(Row row) throws SQLException {
    return new Conflict(
        row.integer("position"),
        row.uuid("id"),
        row.instant("at"),
        new LogConflictFound(
            row.uuid("event_id"),
            row.text("later_sha256"),
            row.textOrNull("logged_leaf_hash"),
            row.text("topic"),
            row.smallInteger("partition"),
            row.integer("record_offset")));
  }
}
