package dev.picturelock.provenance.ledger;

import dev.picturelock.kit.outbox.Outbox;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.Entry;
import dev.picturelock.provenance.ledger.log.LedgerConfig;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.SomeKeys;
import dev.picturelock.provenance.ledger.log.Tiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// Ledgers on the same database, each behind a guard of its own.
@ApplicationScoped
public class Ledgers {
  private final LedgerConfig config;
  private final Sql sql;
  private final Logs logs;
  private final Entries entries;
  private final Tiles tiles;
  private final LogKeys keys;
  private final Edges edges;
  private final Arrivals arrivals;
  private final Outbox outbox;
  private final InstantSource clock;

  Ledgers(
      LedgerConfig config,
      Sql sql,
      Logs logs,
      Entries entries,
      Tiles tiles,
      LogKeys keys,
      Edges edges,
      Arrivals arrivals,
      Outbox outbox,
      InstantSource clock) {
    this.config = config;
    this.sql = sql;
    this.logs = logs;
    this.entries = entries;
    this.tiles = tiles;
    this.keys = keys;
    this.edges = edges;
    this.arrivals = arrivals;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Keys of the same installation's logs, out of another folder.
  public LogKeys keysOf(Path folder) {
    return SomeKeys.found(folder, config.origin());
  }

  public Ledger behind(Guard guard) {
    return new Ledger(logs, entries, tiles, keys, guard, edges, arrivals, outbox, clock);
  }

  /// - **otherKeys** as an installation has them that lost its own. The service that shares the
  ///   database does not know them, so what they sign stays out of its outbox.
  public Ledger behind(Guard guard, LogKeys otherKeys) {
    return new Ledger(logs, entries, tiles, otherKeys, guard, edges, arrivals, outbox, clock) {
      @Override
      public Recorded append(String titleId, List<Entry> batch) {
        var recorded = super.append(titleId, batch);
        sql.update("DELETE FROM outbox WHERE key = ?", titleId);
        return recorded;
      }
    };
  }
}
