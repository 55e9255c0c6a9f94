package dev.picturelock.provenance.ledger;

import dev.picturelock.kit.outbox.Outbox;
import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.Tiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Ledgers on the same database, each behind a guard of its own.
@ApplicationScoped
public class Ledgers {
  private final Logs logs;
  private final Entries entries;
  private final Tiles tiles;
  private final LogKeys keys;
  private final Edges edges;
  private final Arrivals arrivals;
  private final Outbox outbox;
  private final InstantSource clock;

  Ledgers(
      Logs logs,
      Entries entries,
      Tiles tiles,
      LogKeys keys,
      Edges edges,
      Arrivals arrivals,
      Outbox outbox,
      InstantSource clock) {
    this.logs = logs;
    this.entries = entries;
    this.tiles = tiles;
    this.keys = keys;
    this.edges = edges;
    this.arrivals = arrivals;
    this.outbox = outbox;
    this.clock = clock;
  }

  public Ledger behind(Guard guard) {
    return new Ledger(logs, entries, tiles, keys, guard, edges, arrivals, outbox, clock);
  }
}
