package dev.picturelock.provenance.ledger.store;

import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.ledger.Entry;
import dev.picturelock.provenance.ledger.Head;
import dev.picturelock.provenance.ledger.Logs;
import dev.picturelock.provenance.ledger.StoredEntry;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.tile.GrownTile;
import dev.picturelock.tlog.tile.TileReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Logs in PostgreSQL. The tables refuse every change of the past by themselves (V1 migration).
@ApplicationScoped
class PostgresLogs implements Logs {
  private final Sql sql;

  PostgresLogs(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Head lock(String titleId, String origin, Instant at) {
    var locked = select(titleId, " FOR UPDATE");
    if (locked.isPresent()) {
      return locked.get();
    }
    sql.update(
        """
        INSERT INTO log_state (title_id, origin, size, root, checkpoint, at)
        VALUES (?, ?, 0, ?, '', ?) ON CONFLICT (title_id) DO NOTHING
        """,
        titleId,
        origin,
        Hash.EMPTY_ROOT.toBytes(),
        at);
    return select(titleId, " FOR UPDATE").orElseThrow();
  }

  @Override
  public Optional<Head> head(String titleId) {
    return select(titleId, " AND size > 0");
  }

  private Optional<Head> select(String titleId, String suffix) {
    return sql.first(
        "SELECT origin, size, root, checkpoint, at FROM log_state WHERE title_id = ?" + suffix,
        row ->
            new Head(
                titleId,
                row.text("origin"),
                new TreeSize(row.integer("size")),
                Hash.of(row.bytes("root")),
                row.text("checkpoint"),
                row.instant("at")),
        titleId);
  }

  @Override
  public TileReader tiles(String titleId) {
    return tile -> {
      var hashes = tile(titleId, tile.level(), tile.n());
      if (hashes == null) {
        throw new IllegalStateException("log of " + titleId + " lacks " + tile.path());
      }
      return hashes;
    };
  }

  @Override
  public byte @Nullable [] tile(String titleId, int level, long n) {
    return sql.first(
            "SELECT hashes FROM log_tile WHERE title_id = ? AND level = ? AND n = ?",
            row -> row.bytes("hashes"),
            titleId,
            level,
            n)
        .orElse(null);
  }

  @Override
  public Map<UUID, Hash> known(String titleId, Collection<UUID> eventIds) {
    var known = new HashMap<UUID, Hash>();
    sql.list(
            "SELECT event_id, leaf_hash FROM log_entry WHERE title_id = ? AND event_id = ANY (?)",
            row -> Map.entry(row.uuid("event_id"), Hash.of(row.bytes("leaf_hash"))),
            titleId,
            eventIds.toArray(UUID[]::new))
        .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
    return known;
  }

  @Override
  public List<Hash> addEntries(String titleId, LeafIndex first, List<Entry> entries, Instant at) {
    var indexes = new Long[entries.size()];
    var ids = new UUID[entries.size()];
    var data = new byte[entries.size()][];
    var leaves = new byte[entries.size()][];
    for (int i = 0; i < entries.size(); i++) {
      indexes[i] = first.value() + i;
      ids[i] = entries.get(i).eventId();
      data[i] = entries.get(i).data();
      leaves[i] = Hash.leaf(data[i]).toBytes();
    }
    // The leaf hash column and the bytes column travel separately: comparing the hash of the bytes
    // that came back with the stored one finds a bit that flipped on the way.
    var stored =
        sql.list(
            """
            INSERT INTO log_entry (title_id, idx, event_id, data, leaf_hash, at)
            SELECT ?, e.idx, e.event_id, e.data, e.leaf_hash, ?
            FROM unnest(?::bigint[], ?::uuid[], ?::bytea[], ?::bytea[])
              AS e (idx, event_id, data, leaf_hash)
            RETURNING idx, data, leaf_hash
            """,
            row ->
                new StoredLeaf(
                    row.integer("idx"),
                    Hash.leaf(row.bytes("data")),
                    Hash.of(row.bytes("leaf_hash"))),
            titleId,
            at,
            indexes,
            ids,
            data,
            leaves);
    var byIndex = new ArrayList<Hash>(stored.size());
    stored.stream()
        .sorted((a, b) -> Long.compare(a.index(), b.index()))
        .forEach(leaf -> byIndex.add(leaf.checked()));
    return byIndex;
  }

  private record StoredLeaf(long index, Hash ofStoredBytes, Hash stored) {
    Hash checked() {
      if (!ofStoredBytes.equals(stored)) {
        throw new IllegalStateException(
            "entry " + index + " was not stored as it was sent; nothing was committed");
      }
      return stored;
    }
  }

  @Override
  public void putTiles(String titleId, List<GrownTile> tiles) {
    var levels = new Integer[tiles.size()];
    var ns = new Long[tiles.size()];
    var hashes = new byte[tiles.size()][];
    for (int i = 0; i < tiles.size(); i++) {
      levels[i] = tiles.get(i).level();
      ns[i] = tiles.get(i).n();
      hashes[i] = tiles.get(i).bytes();
    }
    sql.update(
        """
        INSERT INTO log_tile (title_id, level, n, hashes)
        SELECT ?, t.level, t.n, t.hashes
        FROM unnest(?::int[], ?::bigint[], ?::bytea[]) AS t (level, n, hashes)
        ON CONFLICT (title_id, level, n) DO UPDATE SET hashes = EXCLUDED.hashes
        """,
        titleId,
        levels,
        ns,
        hashes);
  }

  @Override
  public void advance(Head from, Head to, Instant at) {
    int moved =
        sql.update(
            """
            UPDATE log_state SET size = ?, root = ?, checkpoint = ?, at = ?
            WHERE title_id = ? AND size = ? AND root = ?
            """,
            to.size().value(),
            to.root().toBytes(),
            to.checkpoint(),
            at,
            from.titleId(),
            from.size().value(),
            from.root().toBytes());
    if (moved != 1) {
      throw new IllegalStateException(
          "the log of " + from.titleId() + " moved under its lock; nothing was committed");
    }
  }

  @Override
  public Optional<StoredEntry> findEntry(String titleId, UUID eventId) {
    return sql.first(
        "SELECT idx, data FROM log_entry WHERE title_id = ? AND event_id = ?",
        row -> new StoredEntry(new LeafIndex(row.integer("idx")), eventId, row.bytes("data")),
        titleId,
        eventId);
  }

  @Override
  public List<byte[]> entries(String titleId, long from, long to) {
    return sql.list(
        "SELECT data FROM log_entry WHERE title_id = ? AND idx >= ? AND idx < ? ORDER BY idx",
        row -> row.bytes("data"),
        titleId,
        from,
        to);
  }

  @Override
  public long sizeAt(String titleId, Instant at) {
    return sql.first(
            """
            SELECT idx + 1 AS size FROM log_entry WHERE title_id = ? AND at <= ?
            ORDER BY at DESC, idx DESC LIMIT 1
            """,
            row -> row.integer("size"),
            titleId,
            at)
        .orElse(0L);
  }

  @Override
  public Optional<Instant> timeOf(String titleId, long size) {
    return sql.first(
        "SELECT at FROM log_entry WHERE title_id = ? AND idx = ?",
        row -> row.instant("at"),
        titleId,
        size - 1);
  }
}
