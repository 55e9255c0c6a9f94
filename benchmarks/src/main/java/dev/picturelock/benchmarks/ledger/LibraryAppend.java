package dev.picturelock.benchmarks.ledger;

import dev.picturelock.benchmarks.Assembly;
import dev.picturelock.provenance.ledger.Ledger;
import dev.picturelock.provenance.ledger.guard.CheckpointTopic;
import dev.picturelock.provenance.ledger.guard.GuardConfig;
import dev.picturelock.provenance.ledger.guard.StartCheck;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.Entry;
import dev.picturelock.provenance.ledger.log.LedgerConfig;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.StoredLog;
import dev.picturelock.provenance.ledger.log.Tiles;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The ledger itself, as the service has it: entries, tiles, signed checkpoint, its record in the
/// outbox and, after the commit, its line in the journal outside the database.
final class LibraryAppend implements Appending {
  private static final String TITLE = "bench";

  private final OneConnection connection;
  private final Assembly beans;
  private final Ledger ledger;

  /// - **folder** for the keys and for the journal of what was released; of this database alone
  LibraryAppend(OwnPostgres.Database database, Path folder) throws SQLException {
    connection = new OneConnection(database.connect());
    beans =
        new Assembly()
            .with(connection)
            .with(new SecureRandom())
            .with(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)))
            .with(new Settings(folder))
            .with(new NothingPublished())
            .with("dev.picturelock.provenance.ledger.store.PostgresLogs")
            .with("dev.picturelock.provenance.ledger.store.PostgresEntries")
            .with("dev.picturelock.provenance.ledger.store.PostgresTiles")
            .with("dev.picturelock.provenance.ledger.guard.store.PostgresLedgerTables")
            .with("dev.picturelock.provenance.ledger.guard.StoredPast");
    ledger = beans.get(Ledger.class);
    // nothing is signed before the database was compared with what was released
    beans.get(StartCheck.class).run();
    connection.commit();
  }

  @Override
  public void append(List<Entry> batch) throws SQLException {
    int added = ledger.append(TITLE, batch).added().size();
    if (added != batch.size()) {
      throw new IllegalStateException(added + " of " + batch.size() + " entries were new");
    }
    connection.commit();
  }

  /// The log as it is stored now.
  StoredLog stored() {
    return new StoredLog(
        beans.get(Entries.class),
        beans.get(Tiles.class),
        beans.get(Logs.class).head(TITLE).orElseThrow());
  }

  LogKeys keys() {
    return beans.get(LogKeys.class);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private record Settings(Path folder) implements LedgerConfig, GuardConfig {
    @Override
    public Path keysDir() {
      return folder.resolve("keys");
    }

    @Override
    public Path anchorsDir() {
      return folder.resolve("anchors");
    }

    @Override
    public Duration scrubPeriod() {
      return Duration.ofMinutes(10);
    }

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

  /// There is no broker here, so nobody has heard of this log.
  private static final class NothingPublished implements CheckpointTopic {
    @Override
    public void readToEnd(Consumer<byte[]> reader) {}

    @Override
    public void readOn(Consumer<byte[]> reader) {}

    @Override
    public void close() {}
  }
}
