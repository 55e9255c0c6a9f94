package dev.picturelock.provenance.ledger;

import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.tile.GrownTile;
import dev.picturelock.tlog.tile.TileReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where logs are kept. All writes of one append MUST be in one transaction, which holds the lock
/// of the log from [#lock] to its end; what is committed MUST be durable.
public interface Logs {
  /// The head of the log, held against every other writer; a log that does not exist is made, with
  /// the size 0.
  Head lock(String titleId, String origin, Instant at);

  /// The committed head.
  Optional<Head> head(String titleId);

  TileReader tiles(String titleId);

  /// Leaf hashes of those of the events that the log already has.
  Map<UUID, Hash> known(String titleId, Collection<UUID> eventIds);

  /// Writes the entries from `first` on and returns the leaf hashes of the bytes as they are now
  /// stored, in order.
  List<Hash> addEntries(String titleId, LeafIndex first, List<Entry> entries, Instant at);

  void putTiles(String titleId, List<GrownTile> tiles);

  /// Moves the head; fails when it is not at `from` any more.
  void advance(Head from, Head to, Instant at);

  Optional<StoredEntry> findEntry(String titleId, UUID eventId);

  /// Entries `from` (inclusive) to `to` (exclusive), in order.
  List<byte[]> entries(String titleId, long from, long to);

  /// The hashes of a tile row, or null when there is no such tile.
  byte @Nullable [] tile(String titleId, int level, long n);

  /// The size the log had at an instant: the number of entries written until then.
  long sizeAt(String titleId, Instant at);

  /// When the last of the first `size` entries was written; nothing when there are fewer.
  Optional<Instant> timeOf(String titleId, long size);
}
