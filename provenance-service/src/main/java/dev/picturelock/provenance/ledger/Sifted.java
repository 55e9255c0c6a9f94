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

/// A batch, held against the log and against itself: an event is the one that came first under its
/// id.
record Sifted(List<Entry> fresh, List<Position> known, List<Entry> contradictions) {

  /// - **log** tells which of the ids it has
  static Sifted of(List<Entry> batch, Function<Collection<UUID>, Map<UUID, Known>> log) {
    var byId = new LinkedHashMap<UUID, Entry>();
    var contradictions = new ArrayList<Entry>();
    for (var entry : batch) {
      var earlier = byId.putIfAbsent(entry.eventId(), entry);
      if (earlier != null && !leaf(earlier).equals(leaf(entry))) {
        contradictions.add(entry);
      }
    }
    var known = new ArrayList<Position>();
    log.apply(byId.keySet())
        .forEach((id, place) -> {
          var entry = byId.remove(id);
          if (entry != null && !leaf(entry).equals(place.leaf())) {
            contradictions.add(entry);
          } else {
            known.add(new Position(id, place.position()));
          }
        });
    return new Sifted(List.copyOf(byId.values()), known, contradictions);
  }

  private static Hash leaf(Entry entry) {
    return Hash.leaf(entry.data());
  }
}
