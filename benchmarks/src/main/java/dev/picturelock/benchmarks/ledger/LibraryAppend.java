package dev.picturelock.benchmarks.ledger;

import dev.picturelock.benchmarks.Assembly;
import dev.picturelock.provenance.ledger.Entry;
import dev.picturelock.provenance.ledger.Ledger;
import dev.picturelock.provenance.ledger.LogKeys;
import dev.picturelock.provenance.ledger.Logs;
import dev.picturelock.provenance.ledger.ProvenanceConfig;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The ledger itself, as the service has it: entries, tiles, signed checkpoint and its record in
/// the outbox.
final class LibraryAppend implements Appending {
  static final String TITLE = "bench";

  private final OneConnection connection;
  private final Assembly beans;
  private final Ledger ledger;

  LibraryAppend(OwnPostgres.Database database, Path folder) throws SQLException {
    connection = new OneConnection(database.connect());
    beans =
        new Assembly()
            .with(connection)
            .with(new SecureRandom())
            .with(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)))
            .with(new Settings(folder.resolve("keys")))
            .with("dev.picturelock.provenance.ledger.store.PostgresLogs");
    ledger = beans.get(Ledger.class);
  }

  @Override
  public void append(List<Entry> batch) throws SQLException {
    int added = ledger.append(TITLE, batch).added().size();
    if (added != batch.size()) {
      throw new IllegalStateException(added + " of " + batch.size() + " entries were new");
    }
    connection.commit();
  }

  Logs logs() {
    return beans.get(Logs.class);
  }

  LogKeys keys() {
    return beans.get(LogKeys.class);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private record Settings(Path keysDir) implements ProvenanceConfig {
    @Override
    public String origin() {
      return "localhost/bench";
    }

    @Override
    public Pkcs11 pkcs11() {
      return new Pkcs11() {
        @Override
        public Optional<Path> config() {
          return Optional.empty();
        }

        @Override
        public Optional<String> pin() {
          return Optional.empty();
        }

        @Override
        public String alias() {
          return "";
        }
      };
    }
  }
}
