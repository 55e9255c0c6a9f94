package dev.picturelock.provenance.ledger.store;

import dev.picturelock.kit.sql.Row;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.ledger.Entry;
import dev.picturelock.provenance.ledger.Head;
import dev.picturelock.provenance.ledger.LogId;
import dev.picturelock.provenance.ledger.Logs;
import dev.picturelock.provenance.ledger.MissingTileException;
import dev.picturelock.provenance.ledger.StoredEntry;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.tile.GrownTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TileReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
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
  static final String HEAD =
      "title_id, generation, first, origin, verifier_key, size, root, checkpoint, at";

  private final Sql sql;

  PostgresLogs(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Head lock(Head begin) {
    var titleId = begin.titleId();
    var locked = current(titleId, " FOR UPDATE");
    if (locked.isPresent()) {
      return locked.get();
    }
    sql.update(
        """
        INSERT INTO log_state
          (title_id, generation, first, origin, verifier_key, size, root, checkpoint, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (title_id) DO NOTHING
        """,
        columns(begin));
    return current(titleId, " FOR UPDATE").orElseThrow();
  }

  @Override
  public Optional<Head> head(String titleId) {
    return current(titleId, " AND size > 0");
  }

  @Override
  public List<Head> heads(String titleId) {
    return sql.list(
        "SELECT "
            + HEAD
            + " FROM log_frozen WHERE title_id = ? UNION ALL SELECT "
            + HEAD
            + " FROM log_state WHERE title_id = ? AND size > 0 ORDER BY generation",
        PostgresLogs::head,
        titleId,
        titleId);
  }

  @Override
  public List<Head> heads() {
    return sql.list(
        "SELECT "
            + HEAD
            + " FROM log_frozen UNION ALL SELECT "
            + HEAD
            + " FROM log_state WHERE size > 0 ORDER BY title_id, generation",
        PostgresLogs::head);
  }

  private Optional<Head> current(String titleId, String suffix) {
    return sql.first(
        "SELECT " + HEAD + " FROM log_state WHERE title_id = ?" + suffix,
        PostgresLogs::head,
        titleId);
  }

  static Head head(Row row) throws SQLException {
    return new Head(
        new LogId(row.text("title_id"), (int) row.integer("generation")),
        row.integer("first"),
        row.text("origin"),
        row.text("verifier_key"),
        new TreeSize(row.integer("size")),
        Hash.of(row.bytes("root")),
        row.text("checkpoint"),
        row.instant("at"));
  }

  private static Object[] columns(Head head) {
    return new Object[] {
      head.titleId(),
      head.log().generation(),
      head.first(),
      head.origin(),
      head.verifierKey(),
      head.size().value(),
      head.root().toBytes(),
      head.checkpoint(),
      head.at()
    };
  }

  @Override
  public TileReader tiles(LogId log) {
    return tile -> {
      var hashes = tile(log, tile.level(), tile.n());
      if (hashes == null) {
        throw new MissingTileException(log, tile);
      }
      return hashes;
    };
  }

  @Override
  public TileReader tiles(LogId log, Collection<HashTile> soon) {
    var read = new HashMap<Place, byte[]>();
    sql.list(
            """
            SELECT level, n, hashes FROM log_tile
            JOIN unnest(?::int[], ?::bigint[]) AS q (level, n) USING (level, n)
            WHERE title_id = ? AND generation = ?
            """,
            row ->
                Map.entry(
                    new Place(row.smallInteger("level"), row.integer("n")), row.bytes("hashes")),
            soon.stream().map(HashTile::level).toArray(Integer[]::new),
            soon.stream().map(HashTile::n).toArray(Long[]::new),
            log.titleId(),
            log.generation())
        .forEach(one -> read.put(one.getKey(), one.getValue()));
    var others = tiles(log);
    return tile -> {
      var hashes = read.get(new Place(tile.level(), tile.n()));
      return hashes == null ? others.read(tile) : hashes;
    };
  }

  private record Place(int level, long n) {}

  @Override
  public byte @Nullable [] tile(LogId log, int level, long n) {
    return sql.first(
            """
            SELECT hashes FROM log_tile
            WHERE title_id = ? AND generation = ? AND level = ? AND n = ?
            """,
            row -> row.bytes("hashes"),
            log.titleId(),
            log.generation(),
            level,
            n)
        .orElse(null);
  }

  @Override
  public Map<UUID, Known> known(String titleId, Collection<UUID> eventIds) {
    var known = new HashMap<UUID, Known>();
    sql.list(
            """
            SELECT event_id, idx, leaf_hash FROM log_entry
            WHERE title_id = ? AND event_id = ANY (?)
            """,
            row ->
                Map.entry(
                    row.uuid("event_id"),
                    new Known(row.integer("idx"), Hash.of(row.bytes("leaf_hash")))),
            titleId,
            eventIds.toArray(UUID[]::new))
        .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
    return known;
  }

  @Override
  public List<Hash> addEntries(String titleId, long first, List<Entry> entries, Instant at) {
    var indexes = new Long[entries.size()];
    var ids = new UUID[entries.size()];
    var data = new byte[entries.size()][];
    var hashes = new byte[entries.size()][];
    var leaves = new ArrayList<Hash>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      indexes[i] = first + i;
      ids[i] = entries.get(i).eventId();
      data[i] = entries.get(i).data();
      leaves.add(Hash.leaf(data[i]));
      hashes[i] = leaves.get(i).toBytes();
    }
    // The leaf hash column and the bytes column travel separately, and the database hashes the
    // bytes it stores itself: three hashes that agree leave no room for a bit that flipped on the
    // way, and the bytes need not come back.
    var stored =
        sql.list(
            """
            INSERT INTO log_entry (title_id, idx, event_id, data, leaf_hash, at)
            SELECT ?, e.idx, e.event_id, e.data, e.leaf_hash, ?
            FROM unnest(?::bigint[], ?::uuid[], ?::bytea[], ?::bytea[])
              AS e (idx, event_id, data, leaf_hash)
            RETURNING idx, sha256('\\x00'::bytea || data) AS hash_of_data, leaf_hash
            """,
            row ->
                new StoredLeaf(
                    row.integer("idx"),
                    Hash.of(row.bytes("hash_of_data")),
                    Hash.of(row.bytes("leaf_hash"))),
            titleId,
            at,
            indexes,
            ids,
            data,
            hashes);
    if (stored.size() != leaves.size()) {
      throw new IllegalStateException(
          "%d of %d entries were stored; nothing was committed"
              .formatted(stored.size(), leaves.size()));
    }
    stored.forEach(leaf -> leaf.check(leaves.get(Math.toIntExact(leaf.index() - first))));
    return leaves;
  }

  private record StoredLeaf(long index, Hash ofStoredBytes, Hash stored) {
    void check(Hash sent) {
      if (!ofStoredBytes.equals(sent) || !stored.equals(sent)) {
        throw new IllegalStateException(
            "entry " + index + " was not stored as it was sent; nothing was committed");
      }
    }
  }

  @Override
  public void putTiles(LogId log, List<GrownTile> tiles) {
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
        INSERT INTO log_tile (title_id, generation, level, n, hashes)
        SELECT ?, ?, t.level, t.n, t.hashes
        FROM unnest(?::int[], ?::bigint[], ?::bytea[]) AS t (level, n, hashes)
        ON CONFLICT (title_id, generation, level, n) DO UPDATE SET hashes = EXCLUDED.hashes
        """,
        log.titleId(),
        log.generation(),
        levels,
        ns,
        hashes);
  }

  @Override
  public void advance(Head from, Head to) {
    move(
        from,
        sql.update(
            """
            UPDATE log_state SET size = ?, root = ?, checkpoint = ?, at = ?
            WHERE title_id = ? AND generation = ? AND size = ? AND root = ?
            """,
            to.size().value(),
            to.root().toBytes(),
            to.checkpoint(),
            to.at(),
            from.titleId(),
            from.log().generation(),
            from.size().value(),
            from.root().toBytes()));
  }

  @Override
  public void succeed(Head last, Head next) {
    sql.update(
        """
        INSERT INTO log_frozen
          (title_id, generation, first, origin, verifier_key, size, root, checkpoint, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        columns(last));
    move(
        last,
        sql.update(
            """
            UPDATE log_state SET generation = ?, first = ?, origin = ?, verifier_key = ?,
              size = 0, root = ?, checkpoint = '', at = ?
            WHERE title_id = ? AND generation = ? AND size = ? AND root = ?
            """,
            next.log().generation(),
            next.first(),
            next.origin(),
            next.verifierKey(),
            next.root().toBytes(),
            next.at(),
            last.titleId(),
            last.log().generation(),
            last.size().value(),
            last.root().toBytes()));
  }

  @Override
  public void replaceEmpty(Head empty, Head instead) {
    move(
        empty,
        sql.update(
            """
            UPDATE log_state SET origin = ?, verifier_key = ?, at = ?
            WHERE title_id = ? AND generation = ? AND size = 0
            """,
            instead.origin(),
            instead.verifierKey(),
            instead.at(),
            empty.titleId(),
            empty.log().generation()));
  }

  private static void move(Head from, int moved) {
    if (moved != 1) {
      throw new IllegalStateException(
          "the log " + from.log() + " moved under its lock; nothing was committed");
    }
  }

  @Override
  public Optional<StoredEntry> findEntry(String titleId, UUID eventId) {
    return sql.first(
        "SELECT idx, data FROM log_entry WHERE title_id = ? AND event_id = ?",
        row -> new StoredEntry(row.integer("idx"), eventId, row.bytes("data")),
        titleId,
        eventId);
  }

  @Override
  public List<StoredEntry> entriesAt(String titleId, Collection<Long> positions) {
    return sql.list(
        """
        SELECT idx, event_id, data FROM log_entry WHERE title_id = ? AND idx = ANY (?)
        ORDER BY idx
        """,
        row -> new StoredEntry(row.integer("idx"), row.uuid("event_id"), row.bytes("data")),
        titleId,
        positions.toArray(Long[]::new));
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
