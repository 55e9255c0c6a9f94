package dev.picturelock.provenance.ledger.store;

import dev.picturelock.kit.sql.Row;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The heads of logs in PostgreSQL: `log_state` has the one that grows of each title, `log_frozen`
/// those before it, the view `log_head` all that are not empty. Triggers refuse every change of the
/// past (migrations V1, V5, V9).
@ApplicationScoped
class PostgresLogs implements Logs {
  static final String HEAD =
      "title_id, generation, first, origin, verifier_key, size, root, checkpoint, at";

  private final Sql sql;

  PostgresLogs(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Head lock(Head begin) {
    var titleId = begin.titleId();
    var locked = current(titleId, " FOR UPDATE");
    if (locked.isPresent()) {
      return locked.get();
    }
    // Whoever begins it at the same time has the same title and the same origin, and the origin is
    // unique too: a conflict with either is no failure.
    sql.update(insertInto("log_state") + " ON CONFLICT DO NOTHING", columns(begin));
    return current(titleId, " FOR UPDATE")
        .orElseThrow(() ->
            new IllegalStateException(
                "the log of title %s cannot begin: its origin %s is another title's"
                    .formatted(titleId, begin.origin())));
  }

  @Override
  public Optional<Head> head(String titleId) {
    return current(titleId, " AND size > 0");
  }

  @Override
  public List<Head> heads(String titleId) {
    return sql.list(
        "SELECT " + HEAD + " FROM log_head WHERE title_id = ? ORDER BY generation",
        PostgresLogs::head,
        titleId);
  }

  @Override
  public List<Head> heads() {
    return sql.list(
        "SELECT " + HEAD + " FROM log_head ORDER BY title_id, generation", PostgresLogs::head);
  }

  @Override
  public void advance(Head from, Head to) {
    move(
        from,
        sql.update(
            """
            UPDATE log_state SET size = ?, root = ?, checkpoint = ?, at = ?
            WHERE title_id = ? AND generation = ? AND size = ? AND root = ?
            """,
            to.size().value(),
            to.root().toBytes(),
            to.checkpoint(),
            to.at(),
            from.titleId(),
            from.log().generation(),
            from.size().value(),
            from.root().toBytes()));
  }

  @Override
  public void succeed(Head last, Head next) {
    sql.update(insertInto("log_frozen"), columns(last));
    move(
        last,
        sql.update(
            """
            UPDATE log_state SET generation = ?, first = ?, origin = ?, verifier_key = ?,
              size = 0, root = ?, checkpoint = '', at = ?
            WHERE title_id = ? AND generation = ? AND size = ? AND root = ?
            """,
            next.log().generation(),
            next.first(),
            next.origin(),
            next.verifierKey(),
            next.root().toBytes(),
            next.at(),
            last.titleId(),
            last.log().generation(),
            last.size().value(),
            last.root().toBytes()));
  }

  @Override
  public void replaceEmpty(Head empty, Head instead) {
    move(
        empty,
        sql.update(
            """
            UPDATE log_state SET origin = ?, verifier_key = ?, at = ?
            WHERE title_id = ? AND generation = ? AND size = 0
            """,
            instead.origin(),
            instead.verifierKey(),
            instead.at(),
            empty.titleId(),
            empty.log().generation()));
  }

  private static void move(Head from, int moved) {
    if (moved != 1) {
      throw new IllegalStateException(
          "the log " + from.log() + " moved under its lock; nothing was committed");
    }
  }

  private Optional<Head> current(String titleId, String suffix) {
    return sql.first(
        "SELECT " + HEAD + " FROM log_state WHERE title_id = ?" + suffix,
        PostgresLogs::head,
        titleId);
  }

  static Head head(Row row) throws SQLException {
    return new Head(
        new LogId(row.text("title_id"), (int) row.integer("generation")),
        row.integer("first"),
        row.text("origin"),
        row.text("verifier_key"),
        new TreeSize(row.integer("size")),
        Hash.of(row.bytes("root")),
        row.text("checkpoint"),
        row.instant("at"));
  }

  private static String insertInto(String table) {
    return "INSERT INTO " + table + " (" + HEAD + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  }

  private static Object[] columns(Head head) {
    return new Object[] {
      head.titleId(),
      head.log().generation(),
      head.first(),
      head.origin(),
      head.verifierKey(),
      head.size().value(),
      head.root().toBytes(),
      head.checkpoint(),
      head.at()
    };
  }
}
