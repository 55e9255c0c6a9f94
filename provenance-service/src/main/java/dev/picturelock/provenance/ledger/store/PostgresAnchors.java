package dev.picturelock.provenance.ledger.store;

import dev.picturelock.kit.sql.Row;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.ledger.anchoring.Anchored;
import dev.picturelock.provenance.ledger.anchoring.Anchors;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.tlog.merkle.TreeSize;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Anchors in PostgreSQL, append-only like the logs.
@ApplicationScoped
class PostgresAnchors implements Anchors {
  private final Sql sql;

  PostgresAnchors(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Head> changed(int limit, Set<String> except) {
    return sql.list(
        "SELECT "
            + PostgresLogs.HEAD
            + """
             FROM log_head h
            WHERE title_id <> ? AND origin <> ALL (?) AND NOT EXISTS
              (SELECT FROM log_anchor a
               WHERE a.title_id = h.title_id AND a.generation = h.generation AND a.size >= h.size)
            ORDER BY title_id, generation LIMIT ?
            """,
        PostgresLogs::head,
        LogId.LOG_OF_LOGS,
        except.toArray(String[]::new),
        limit);
  }

  @Override
  public void add(List<Anchored> anchored) {
    var rows =
        sql.batch(
            """
            INSERT INTO log_anchor (title_id, generation, size, checkpoint, entry_id)
            VALUES (?, ?, ?, ?, ?)
            """);
    for (var anchor : anchored) {
      rows.add(
          anchor.log().titleId(),
          anchor.log().generation(),
          anchor.size().value(),
          anchor.checkpoint(),
          anchor.entryId());
    }
    rows.run();
  }

  @Override
  public Optional<Anchored> newest(LogId log) {
    return first(log, 0, "DESC");
  }

  @Override
  public Optional<Anchored> firstFrom(LogId log, long size) {
    return first(log, size, "ASC");
  }

  private Optional<Anchored> first(LogId log, long from, String order) {
    return sql.first(
        """
        SELECT title_id, generation, size, checkpoint, entry_id FROM log_anchor
        WHERE title_id = ? AND generation = ? AND size >= ? ORDER BY size %s LIMIT 1
        """
            .formatted(order),
        PostgresAnchors::anchored,
        log.titleId(),
        log.generation(),
        from);
  }

  private static Anchored anchored(Row row) throws SQLException {
    return new Anchored(
        new LogId(row.text("title_id"), row.smallInteger("generation")),
        new TreeSize(row.integer("size")),
        row.text("checkpoint"),
        row.uuid("entry_id"));
  }
}
