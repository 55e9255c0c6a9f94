package dev.picturelock.provenance.ledger.log;

import dev.picturelock.tlog.merkle.Hash;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The entries of a title, by their positions through all its logs or by the ids of their events.
public interface Entries {
  /// Those of the events that the title already has.
  Map<UUID, Known> known(String titleId, Collection<UUID> eventIds);

  /// Where an event is and what its bytes hash to.
  record Known(long position, Hash leaf) {}

  /// Writes the entries from the position `first` on and returns the leaf hashes of the bytes as
  /// they are now stored, in order.
  List<Hash> add(String titleId, long first, List<Entry> entries, Instant at);

  Optional<StoredEntry> find(String titleId, UUID eventId);

  /// The bytes at the positions `from` (inclusive) to `to` (exclusive), in order.
  List<byte[]> between(String titleId, long from, long to);

  /// How many bytes [#between] would answer.
  long bytesBetween(String titleId, long from, long to);

  /// The entries at these positions, in the order of the positions.
  List<StoredEntry> at(String titleId, Collection<Long> positions);

  /// How many entries the title had at an instant: the number of entries written until then.
  long sizeAt(String titleId, Instant at);

  /// When the last of the title's first `size` entries was written; nothing when there are fewer.
  Optional<Instant> timeOf(String titleId, long size);
}
