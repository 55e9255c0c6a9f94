package dev.picturelock.provenance.ledger;

import dev.picturelock.provenance.ledger.Ledger.Position;
import dev.picturelock.provenance.ledger.log.Entries.Known;
import dev.picturelock.provenance.ledger.log.Entry;
import dev.picturelock.tlog.merkle.Hash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A batch, held against the log and then against itself: an event is the one that the log has
/// under its id, or else the one that comes first.
record Sifted(List<Entry> fresh, List<Position> known, List<Entry> contradictions) {

  /// - **log** tells which of the ids it has
  static Sifted of(List<Entry> batch, Function<Collection<UUID>, Map<UUID, Known>> log) {
    var logged = log.apply(batch.stream().map(Entry::eventId).collect(Collectors.toSet()));
    var fresh = new LinkedHashMap<UUID, Entry>();
    var known = new LinkedHashMap<UUID, Position>();
    var contradictions = new ArrayList<Entry>();
    for (var entry : batch) {
      var id = entry.eventId();
      var place = logged.get(id);
      if (place != null && leaf(entry).equals(place.leaf())) {
        known.put(id, new Position(id, place.position()));
      } else if (place != null) {
        contradictions.add(entry);
      } else {
        var first = fresh.putIfAbsent(id, entry);
        if (first != null && !leaf(first).equals(leaf(entry))) {
          contradictions.add(entry);
        }
      }
    }
    return new Sifted(List.copyOf(fresh.values()), List.copyOf(known.values()), contradictions);
  }

  private static Hash leaf(Entry entry) {
    return Hash.leaf(entry.data());
  }
}
