package dev.picturelock.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.picturelock.endtoend.Promises.Promise;
import dev.picturelock.tlog.audit.AuditListener;
import dev.picturelock.tlog.audit.AuditResult.Damaged;
import dev.picturelock.tlog.audit.AuditResult.Paused;
import dev.picturelock.tlog.audit.AuditResult.Sound;
import dev.picturelock.tlog.audit.LogAudit;
import dev.picturelock.tlog.audit.LogSource;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.note.VerifierKey;
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
/// unseen: what is read later must hash, on top of what was read before, to the signed root, and to
/// every tile on the way.
final class TitleAudit {

  private static final String REGISTERED = "picturelock.asset.registered.v1";

  /// What follows from another event exactly once.
  private static final Set<String> FOLLOWS_ONCE =
      Set.of("picturelock.asset.classified.v1", "picturelock.review.opened.v1");

  private final String title;
  private final LogSource log;
  private final VerifierKey key;
  private final Map<UUID, Long> indexes = new HashMap<>();
  private final Set<String> assets = new HashSet<>();
  private final Set<Consequence> consequences = new HashSet<>();
  private final List<String> violations = new ArrayList<>();
  private Edge edge = Edge.EMPTY;

  /// - **key** of the log as it was at first
  TitleAudit(String title, LogSource log, VerifierKey key) {
    this.title = title;
    this.log = log;
    this.key = key;
  }

  String title() {
    return title;
  }

  VerifierKey key() {
    return key;
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
    return missing(promised).isEmpty();
  }

  /// Reads everything again from the first entry, as somebody who remembers nothing.
  void readAnew() {
    var result = LogAudit.of(log, key).run();
    if (result instanceof Damaged(var damage)) {
      violation("read anew, " + damage.message());
    }
  }

  /// Whether everything seen earlier is a beginning of what was read, as the tiles prove it.
  void prove(Collection<Checkpoint> seen) {
    var tiles = new TileSubtrees(edge.size(), tile -> log.hashes(tile).orElseThrow());
    for (var earlier : seen) {
      if (earlier.size().compareTo(edge.size()) > 0) {
        violation("had %s entries and has %d".formatted(earlier.size(), size()));
        continue;
      }
      var result =
          ConsistencyProof.of(earlier.size(), edge.size(), tiles)
              .verify(earlier.size(), earlier.root(), edge.size(), edge.root());
      if (!result.isProven()) {
        violation(
            "the checkpoint of size %s is contradicted: %s".formatted(earlier.size(), result));
      }
    }
  }

  List<String> takeViolations() {
    var taken = List.copyOf(violations);
    violations.clear();
    return taken;
  }

  /// What of it is not there yet.
  List<Promise> missing(Collection<Promise> promised) {
    return promised.stream().filter(promise -> !isKept(promise)).toList();
  }

  private boolean isKept(Promise promise) {
    return indexOf(promise.eventId()) != null
        && (promise.asset().isEmpty()
            || indexOf(DerivedId.of(promise.eventId(), "classification")) != null);
  }

  private void follow() {
    var result =
        LogAudit.of(log, key)
            .from(edge)
            .telling(
                new AuditListener() {
                  @Override
                  public void entry(LeafIndex index, byte[] entry) {
                    see(Answer.parse(entry), index.value());
                  }
                })
            .run();
    switch (result) {
      case Sound sound -> edge = sound.edge();
      case Damaged(var damage) -> violation(damage.message());
      case Paused _ -> throw new IllegalStateException("an audit without a limit does not pause");
    }
  }

  private void see(JsonNode event, long index) {
    var id = event.path("id").asText();
    var earlier = indexes.putIfAbsent(UUID.fromString(id), index);
    if (earlier != null) {
      violation("event %s is entry %d and entry %d".formatted(id, earlier, index));
    }
    var type = event.path("type").asText();
    var cause = event.path("causationid").asText();
    if (FOLLOWS_ONCE.contains(type)
        && !consequences.add(new Consequence(type, UUID.fromString(cause)))) {
      violation("%s followed a second time from %s at %d".formatted(type, cause, index));
    }
    if (type.equals(REGISTERED)) {
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

  private record Consequence(String type, UUID cause) {}
}
