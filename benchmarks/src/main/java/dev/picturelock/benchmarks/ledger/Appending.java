package dev.picturelock.benchmarks.ledger;

import dev.picturelock.provenance.ledger.log.Entry;
import java.sql.SQLException;
import java.util.List;

/// One way of storing a batch for ever, with its commit.
interface Appending extends AutoCloseable {
  void append(List<Entry> batch) throws SQLException;

  @Override
  void close() throws SQLException;
}
