package dev.picturelock.provenance.ledger;

import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.tile.GrownTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TileReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where logs are kept. All writes of one append MUST be in one transaction, which holds the lock
/// of the title's logs from [#lock] to its end; what is committed MUST be durable.
///
/// A *position* counts through all logs of a title, an *index* is the place in one log: position =
/// first position of the log + index.
public interface Logs {
  /// The head of the title's growing log, held against every other writer; a title without a log
  /// gets `begin`, which is empty.
  Head lock(Head begin);

  /// The committed head of the title's growing log.
  Optional<Head> head(String titleId);

  /// The committed heads of all logs of the title, oldest first; the last one is the growing one.
  List<Head> heads(String titleId);

  /// The committed heads of all logs of all titles that are not empty, the log of logs among them.
  List<Head> heads();

  /// The tiles of a log, one question each.
  ///
  /// - **Errors:** [MissingTileException]
  TileReader tiles(LogId log);

  /// The same, with those that are named read in one question.
  TileReader tiles(LogId log, Collection<HashTile> soon);

  /// Those of the events that the title already has.
  Map<UUID, Known> known(String titleId, Collection<UUID> eventIds);

  /// Where an event is and what its bytes hash to.
  record Known(long position, Hash leaf) {}

  /// Writes the entries from the position `first` on and returns the leaf hashes of the bytes as
  /// they are now stored, in order.
  List<Hash> addEntries(String titleId, long first, List<Entry> entries, Instant at);

  void putTiles(LogId log, List<GrownTile> tiles);

  /// Moves the head; fails when it is not at `from` any more.
  void advance(Head from, Head to);

  /// Freezes a log for ever and lets the empty `next` take its place.
  void succeed(Head last, Head next);

  /// Gives a log in which there never was an entry another name and key.
  void replaceEmpty(Head empty, Head instead);

  Optional<StoredEntry> findEntry(String titleId, UUID eventId);

  /// Entries at the positions `from` (inclusive) to `to` (exclusive), in order.
  List<byte[]> entries(String titleId, long from, long to);

  /// The entries at these positions, in the order of the positions.
  List<StoredEntry> entriesAt(String titleId, Collection<Long> positions);

  /// The hashes of a tile row, or null when there is no such tile.
  byte @Nullable [] tile(LogId log, int level, long n);

  /// How many entries the title had at an instant: the number of entries written until then.
  long sizeAt(String titleId, Instant at);

  /// When the last of the title's first `size` entries was written; nothing when there are fewer.
  Optional<Instant> timeOf(String titleId, long size);

  /// The committed head of one log.
  default Optional<Head> head(LogId log) {
    return heads(log.titleId()).stream().filter(head -> head.log().equals(log)).findFirst();
  }

  /// The log that an entry at this position is in.
  default Optional<Head> headOf(String titleId, long position) {
    return head(titleId)
        .filter(head -> head.has(position))
        .or(() -> heads(titleId).stream().filter(head -> head.has(position)).findFirst());
  }
}
