package dev.picturelock.approval.stream.store;

import dev.picturelock.approval.stream.ApprovalStream;
import dev.picturelock.approval.stream.Said;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.EventTypes;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
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
      SELECT id, said, ?, ?, ?, ? FROM next
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

  private final DataSource database;
  private final Outbox outbox;

  PostgresApprovalStream(DataSource database, Outbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public void lock(String titleId) {
    try (var connection = database.getConnection();
        var know = connection.prepareStatement(KNOW);
        var lock = connection.prepareStatement(LOCK)) {
      know.setString(1, titleId);
      know.executeUpdate();
      lock.setString(1, titleId);
      lock.executeQuery().close();
    } catch (SQLException e) {
      throw new IllegalStateException("the title could not be locked", e);
    }
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public void publish(Event event, @Nullable UUID review) {
    try (var connection = database.getConnection();
        var say = connection.prepareStatement(SAY)) {
      say.setString(1, event.titleId());
      say.setObject(2, event.id());
      say.setString(3, EventTypes.nameOf(event.fact().getClass()));
      say.setObject(4, review);
      say.setBytes(5, EventCodec.encode(event));
      if (say.executeUpdate() != 1) {
        throw new IllegalStateException("title " + event.titleId() + " was not locked");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the event could not be kept", e);
    }
    outbox.publish(event);
  }

  @Override
  @Transactional
  public List<Said> after(String titleId, long position, int limit) {
    try (var connection = database.getConnection();
        var read = connection.prepareStatement(AFTER)) {
      read.setString(1, titleId);
      read.setLong(2, position);
      read.setInt(3, limit);
      var found = new ArrayList<Said>();
      try (var rows = read.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Said(
                  rows.getLong(1),
                  rows.getString(2),
                  new String(rows.getBytes(3), StandardCharsets.UTF_8)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the stream could not be read", e);
    }
  }

  @Override
  @Transactional
  public long position(String titleId) {
    try (var connection = database.getConnection();
        var read = connection.prepareStatement(POSITION)) {
      read.setString(1, titleId);
      try (var row = read.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the stream could not be read", e);
    }
  }

  @Override
  @Transactional
  public List<Event> historyOf(UUID review) {
    try (var connection = database.getConnection();
        var read = connection.prepareStatement(HISTORY)) {
      read.setObject(1, review);
      var events = new ArrayList<Event>();
      try (var rows = read.executeQuery()) {
        while (rows.next()) {
          events.add(EventCodec.decode(rows.getBytes(1)));
        }
      }
      return events;
    } catch (SQLException e) {
      throw new IllegalStateException("the history could not be read", e);
    }
  }
}
