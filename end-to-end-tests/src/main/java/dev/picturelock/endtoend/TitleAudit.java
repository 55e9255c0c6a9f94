package dev.picturelock.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.picturelock.endtoend.Promises.Promise;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.TileSubtrees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Follows the log of one title and remembers what it has read, so that nothing of it can change
/// unseen: what is read later must hash, on top of what was read before, to the signed root.
final class TitleAudit {

  private static final String REGISTERED = "picturelock.asset.registered.v1";

  private final String title;
  private final Ledger ledger;
  private final Map<UUID, Long> indexes = new HashMap<>();
  private final Set<String> assets = new HashSet<>();
  private final List<String> violations = new ArrayList<>();
  private Edge edge = Edge.EMPTY;

  TitleAudit(String title, Ledger ledger) {
    this.title = title;
    this.ledger = ledger;
  }

  String title() {
    return title;
  }

  Ledger ledger() {
    return ledger;
  }

  long size() {
    return edge.size().value();
  }

  /// The index of an event in the log as far as it was read.
  @Nullable Long indexOf(String eventId) {
    return indexes.get(UUID.fromString(eventId));
  }

  /// Reads what was added. Returns whether everything promised is there, with what follows from it.
  boolean reads(Collection<Promise> promised) {
    follow();
    return promised.stream().allMatch(this::isKept);
  }

  /// Whether everything seen earlier is a beginning of what was read, as the tiles prove it.
  void prove(Collection<Checkpoint> seen) {
    var tiles = new TileSubtrees(edge.size(), ledger::tile);
    for (var earlier : seen) {
      if (earlier.size().compareTo(edge.size()) > 0) {
        violation("had %s entries and has %d".formatted(earlier.size(), size()));
        continue;
      }
      var result =
          ConsistencyProof.of(earlier.size(), edge.size(), tiles)
              .verify(earlier.size(), earlier.root(), edge.size(), edge.root());
      if (!result.isProven()) {
        violation("the checkpoint of size %s is contradicted: %s".formatted(earlier.size(), result));
      }
    }
  }

  List<String> takeViolations() {
    var taken = List.copyOf(violations);
    violations.clear();
    return taken;
  }

  private boolean isKept(Promise promise) {
    return indexOf(promise.eventId()) != null
        && (promise.asset().isEmpty()
            || indexOf(DerivedId.of(promise.eventId(), "classification")) != null);
  }

  private void follow() {
    var checkpoint = ledger.checkpoint();
    long end = checkpoint.size().value();
    if (end < size()) {
      violation("went back from %d entries to %d".formatted(size(), end));
      return;
    }
    var entries = ledger.entries(size(), end);
    for (int i = 0; i < entries.size(); i++) {
      see(Answer.parse(entries.get(i)), size() + i);
    }
    edge = edge.append(entries.stream().map(Hash::leaf).toList()).edge();
    if (!edge.root().equals(checkpoint.root())) {
      violation("its entries do not hash to the root signed at %d".formatted(end));
    }
  }

  private void see(JsonNode event, long index) {
    var id = event.path("id").asText();
    var earlier = indexes.putIfAbsent(UUID.fromString(id), index);
    if (earlier != null) {
      violation("event %s is entry %d and entry %d".formatted(id, earlier, index));
    }
    if (event.path("type").asText().equals(REGISTERED)) {
      var asset = event.at("/data/asset").asText();
      if (!assets.add(asset)) {
        violation("asset %s is registered a second time at %d".formatted(asset, index));
      }
      if (asset.startsWith(Traffic.REFUSED)) {
        violation("what was refused is entry %d: %s".formatted(index, asset));
      }
    }
  }

  private void violation(String what) {
    violations.add(title + ": " + what);
  }
}
