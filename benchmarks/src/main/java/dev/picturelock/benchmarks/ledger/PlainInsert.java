package dev.picturelock.benchmarks.ledger;

import dev.picturelock.provenance.ledger.log.Entry;
import dev.picturelock.tlog.merkle.Hash;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// The floor: the same rows into the same table with its indexes by nothing but INSERT, in batches
/// of the same size with a commit for each.
final class PlainInsert implements Appending {
  private final Connection connection;
  private long next;

  PlainInsert(OwnPostgres.Database database) throws SQLException {
    connection = database.connect();
    connection.setAutoCommit(false);
  }

  @Override
  public void append(List<Entry> batch) throws SQLException {
    var at = OffsetDateTime.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO log_entry (title_id, idx, event_id, data, leaf_hash, at)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      for (var entry : batch) {
        insert.setString(1, "plain");
        insert.setLong(2, next++);
        insert.setObject(3, entry.eventId());
        insert.setBytes(4, entry.data());
        insert.setBytes(5, Hash.leaf(entry.data()).toBytes());
        insert.setObject(6, at);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
