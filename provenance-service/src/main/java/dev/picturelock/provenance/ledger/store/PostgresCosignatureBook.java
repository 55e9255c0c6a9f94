package dev.picturelock.provenance.ledger.store;

import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.ledger.witness.CosignatureBook;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.SignatureLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// Cosignatures in PostgreSQL, one row each.
@ApplicationScoped
class PostgresCosignatureBook implements CosignatureBook {
  private final Sql sql;

  PostgresCosignatureBook(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Head> lacking(Collection<String> cosigners, boolean ofTitles) {
    return sql.list(
        "SELECT "
            + PostgresLogs.HEAD
            + """
             FROM log_head h
            WHERE (? OR title_id = ?) AND
              (SELECT count(*) FROM log_cosignature c
               WHERE c.title_id = h.title_id AND c.generation = h.generation
                 AND c.size = h.size AND c.cosigner = ANY (?)) < ?
            """,
        PostgresLogs::head,
        ofTitles,
        LogId.LOG_OF_LOGS,
        cosigners.toArray(String[]::new),
        cosigners.size());
  }

  @Override
  public void add(Head head, List<SignatureLine> lines, Instant at) {
    var rows =
        sql.batch(
            """
            INSERT INTO log_cosignature
              (title_id, generation, size, cosigner, checkpoint, line, at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """);
    for (var line : lines) {
      rows.add(
          head.titleId(),
          head.log().generation(),
          head.size().value(),
          CosignatureBook.cosigner(line),
          head.checkpoint(),
          line.format(),
          at);
    }
    rows.run();
  }

  @Override
  public List<SignatureLine> on(LogId log, TreeSize size) {
    return sql.list(
        """
        SELECT line FROM log_cosignature WHERE title_id = ? AND generation = ? AND size = ?
        ORDER BY cosigner
        """,
        row -> line(row.text("line")),
        log.titleId(),
        log.generation(),
        size.value());
  }

  @Override
  public List<SignedCheckpoint> newestFirst(LogId log) {
    record Stored(long size, String checkpoint, SignatureLine line) {}
    var bySize = new TreeMap<Long, SignedCheckpoint>();
    sql.list(
            """
            SELECT size, checkpoint, line FROM log_cosignature
            WHERE title_id = ? AND generation = ? ORDER BY size, cosigner
            """,
            row -> new Stored(row.integer("size"), row.text("checkpoint"), line(row.text("line"))),
            log.titleId(),
            log.generation())
        .forEach(row ->
            bySize.put(
                row.size(),
                bySize
                    .getOrDefault(row.size(), SignedCheckpoint.parse(row.checkpoint()))
                    .with(List.of(row.line()))));
    return new ArrayList<>(bySize.descendingMap().values());
  }

  @Override
  public void forget(LogId log, TreeSize kept, int most) {
    sql.update(
        """
        DELETE FROM log_cosignature WHERE title_id = ? AND generation = ? AND size <> ?
          AND (size < ? OR size NOT IN
            (SELECT DISTINCT size FROM log_cosignature WHERE title_id = ? AND generation = ?
             ORDER BY size DESC LIMIT ?))
        """,
        log.titleId(),
        log.generation(),
        kept.value(),
        kept.value(),
        log.titleId(),
        log.generation(),
        most);
  }

  private static SignatureLine line(String text) {
    return SignatureLine.parse(text.stripTrailing());
  }
}
