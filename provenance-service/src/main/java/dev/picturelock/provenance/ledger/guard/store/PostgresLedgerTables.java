package dev.picturelock.provenance.ledger.guard.store;

import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.ledger.guard.LedgerTables;
import dev.picturelock.provenance.ledger.log.LogId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// The ledger's tables in PostgreSQL.
@ApplicationScoped
class PostgresLedgerTables implements LedgerTables {
  /// Of the V1, V5 and V6 migrations, as `table.trigger`.
  private static final String[] TRIGGERS = {
    "log_entry.log_entry_is_append_only",
    "log_entry.log_entry_is_never_truncated",
    "log_tile.log_tile_is_never_deleted",
    "log_tile.log_tile_is_never_truncated",
    "log_tile.log_tile_only_grows",
    "log_state.log_state_is_never_deleted",
    "log_state.log_state_is_never_truncated",
    "log_state.log_state_only_grows",
    "log_frozen.log_frozen_is_frozen",
    "log_frozen.log_frozen_is_never_truncated",
    "log_anchor.log_anchor_is_append_only",
    "log_anchor.log_anchor_is_never_truncated",
  };

  /// What the V9 migration took away, as `table.right`.
  private static final String[] RIGHTS = {
    "log_entry.UPDATE",
    "log_entry.DELETE",
    "log_entry.TRUNCATE",
    "log_frozen.UPDATE",
    "log_frozen.DELETE",
    "log_frozen.TRUNCATE",
    "log_tile.DELETE",
    "log_tile.TRUNCATE",
    "log_state.DELETE",
    "log_state.TRUNCATE",
    "log_anchor.UPDATE",
    "log_anchor.DELETE",
    "log_anchor.TRUNCATE",
  };

  private final Sql sql;

  PostgresLedgerTables(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<EntryRow> entries(String titleId, long from, long to) {
    return sql.list(
        """
        SELECT idx, event_id, leaf_hash, substring(data FOR ?) AS data, at FROM log_entry
        WHERE title_id = ? AND idx >= ? AND idx < ? ORDER BY idx
        """,
        row ->
            new EntryRow(
                row.integer("idx"),
                row.uuid("event_id"),
                row.bytes("leaf_hash"),
                row.bytes("data"),
                row.instant("at")),
        EventCodec.MAX_BYTES + 1,
        titleId,
        from,
        to);
  }

  @Override
  public List<AnchorRow> anchors(LogId log, long first, long fromSize, int limit) {
    return sql.list(
        """
        SELECT a.size, a.checkpoint, a.entry_id, e.data AS entry, x.at AS last_written
        FROM log_anchor a
        LEFT JOIN log_entry e ON e.title_id = ? AND e.event_id = a.entry_id
        LEFT JOIN log_entry x ON x.title_id = a.title_id AND x.idx = ? + a.size - 1
        WHERE a.title_id = ? AND a.generation = ? AND a.size >= ? ORDER BY a.size LIMIT ?
        """,
        row ->
            new AnchorRow(
                row.integer("size"),
                row.text("checkpoint"),
                row.uuid("entry_id"),
                Optional.ofNullable(row.bytesOrNull("entry")),
                Optional.ofNullable(row.instantOrNull("last_written"))),
        LogId.LOG_OF_LOGS,
        first,
        log.titleId(),
        log.generation(),
        fromSize,
        limit);
  }

  @Override
  public long end(String titleId) {
    return sql.first(
            "SELECT coalesce(max(idx) + 1, 0) AS size FROM log_entry WHERE title_id = ?",
            row -> row.integer("size"),
            titleId)
        .orElse(0L);
  }

  @Override
  public List<String> missingProtection() {
    return sql.list(
        """
        SELECT 'trigger ' || wanted || ' is missing or switched off' AS what
        FROM unnest(?::text[]) AS wanted
        WHERE NOT EXISTS (
          SELECT FROM pg_trigger t
          WHERE t.tgrelid = to_regclass(split_part(wanted, '.', 1))
            AND t.tgname = split_part(wanted, '.', 2) AND t.tgenabled IN ('O', 'A'))
        UNION ALL
        SELECT 'the service may ' || kind || ' ' || of_table
        FROM unnest(?::text[]) AS unwanted,
          split_part(unwanted, '.', 1) AS of_table, split_part(unwanted, '.', 2) AS kind
        WHERE CASE kind
          WHEN 'UPDATE' THEN has_any_column_privilege(to_regclass(of_table)::oid, kind)
          ELSE has_table_privilege(to_regclass(of_table)::oid, kind) END
        """,
        row -> row.text("what"),
        TRIGGERS,
        RIGHTS);
  }
}
