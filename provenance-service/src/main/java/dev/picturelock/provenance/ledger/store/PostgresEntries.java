package dev.picturelock.provenance.ledger.store;

import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.Entry;
import dev.picturelock.provenance.ledger.log.StoredEntry;
import dev.picturelock.tlog.merkle.Hash;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Entries in PostgreSQL, append-only: triggers refuse everything else, and the service has no
/// right to try.
@ApplicationScoped
class PostgresEntries implements Entries {
  private final Sql sql;

  PostgresEntries(Sql sql) {
    this.sql = sql;
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
  public List<Hash> add(String titleId, long first, List<Entry> entries, Instant at) {
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
  public Optional<StoredEntry> find(String titleId, UUID eventId) {
    return sql.first(
        "SELECT idx, data FROM log_entry WHERE title_id = ? AND event_id = ?",
        row -> new StoredEntry(row.integer("idx"), eventId, row.bytes("data")),
        titleId,
        eventId);
  }

  @Override
  public List<StoredEntry> at(String titleId, Collection<Long> positions) {
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
  public long bytesBetween(String titleId, long from, long to) {
    return sql.first(
            """
            SELECT coalesce(sum(octet_length(data)), 0) AS bytes FROM log_entry
            WHERE title_id = ? AND idx >= ? AND idx < ?
            """,
            row -> row.integer("bytes"),
            titleId,
            from,
            to)
        .orElse(0L);
  }

  @Override
  public List<byte[]> between(String titleId, long from, long to) {
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
