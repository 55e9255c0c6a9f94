package dev.picturelock.provenance.ledger.store;

import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.ledger.log.MissingTileException;
import dev.picturelock.provenance.ledger.log.Tiles;
import dev.picturelock.tlog.tile.GrownTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TileReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tiles in PostgreSQL; a row only ever becomes longer, a trigger sees to it.
@ApplicationScoped
class PostgresTiles implements Tiles {
  private final Sql sql;

  PostgresTiles(Sql sql) {
    this.sql = sql;
  }

  @Override
  public TileReader reader(LogId log) {
    return tile -> {
      var hashes = row(log, tile.level(), tile.n());
      if (hashes == null) {
        throw new MissingTileException(log, tile);
      }
      return hashes;
    };
  }

  @Override
  public TileReader reader(LogId log, Collection<HashTile> soon) {
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
    var others = reader(log);
    return tile -> {
      var hashes = read.get(new Place(tile.level(), tile.n()));
      return hashes == null ? others.read(tile) : hashes;
    };
  }

  private record Place(int level, long n) {}

  @Override
  public byte @Nullable [] row(LogId log, int level, long n) {
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
  public void put(LogId log, List<GrownTile> tiles) {
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
}
