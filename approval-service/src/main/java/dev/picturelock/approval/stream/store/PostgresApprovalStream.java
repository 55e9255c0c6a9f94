package dev.picturelock.approval.stream.store;

import dev.picturelock.approval.stream.ApprovalStream;
import dev.picturelock.approval.stream.Said;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.EventTypes;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.outbox.Outbox;
import dev.picturelock.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresApprovalStream implements ApprovalStream {
  private static final String KNOW =
      "INSERT INTO title (id, said) VALUES (?, 0) ON CONFLICT (id) DO NOTHING";
  private static final String LOCK = "SELECT said FROM title WHERE id = ? FOR UPDATE";
  private static final String SAY =
      """
      WITH next AS (UPDATE title SET said = said + 1 WHERE id = ? RETURNING id, said)
      INSERT INTO said (title_id, position, event_id, type, review_id, value)
      SELECT id, said, ?::uuid, ?, ?::uuid, ?::bytea FROM next
      """;
  private static final String HISTORY =
      "SELECT value FROM said WHERE review_id = ? ORDER BY position";
  private static final String AFTER =
      """
      SELECT position, type, value FROM said
      WHERE title_id = ? AND position > ?
      ORDER BY position LIMIT ?
      """;
  private static final String POSITION = "SELECT said FROM title WHERE id = ?";

  private final Sql sql;
  private final Outbox outbox;

  PostgresApprovalStream(Sql sql, Outbox outbox) {
    this.sql = sql;
    this.outbox = outbox;
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public void lock(String titleId) {
    sql.update(KNOW, titleId);
    sql.first(LOCK, row -> row.integer("said"), titleId);
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public void publish(Event event, @Nullable UUID review) {
    int kept =
        sql.update(
            SAY,
            event.titleId(),
            event.id(),
            EventTypes.nameOf(event.fact().getClass()),
            review,
            EventCodec.encode(event));
    if (kept != 1) {
      throw new IllegalStateException("title " + event.titleId() + " was not locked");
    }
    outbox.publish(event);
  }

  @Override
  @Transactional
  public List<Said> after(String titleId, long position, int limit) {
    return sql.list(
        AFTER,
        row ->
            new Said(
                row.integer("position"),
                row.text("type"),
                new String(row.bytes("value"), StandardCharsets.UTF_8)),
        titleId,
        position,
        limit);
  }

  @Override
  @Transactional
  public long position(String titleId) {
    return sql.first(POSITION, row -> row.integer("said"), titleId).orElse(0L);
  }

  @Override
  @Transactional
  public List<Event> historyOf(UUID review) {
    return sql.list(HISTORY, row -> EventCodec.decode(row.bytes("value")), review);
  }
}
