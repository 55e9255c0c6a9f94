package dev.picturelock.provenance.ledger;

import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.event.PoisonEventException;
import dev.picturelock.kit.outbox.Outbox;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.tile.Edge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/// Appends events to the log of their title.
///
/// One append is one transaction of the caller (STYLE: the sequence is one argument, read from top
/// to bottom). Nothing that names the new size leaves the process before that transaction has
/// committed: the checkpoint is read from the committed row only, and its record for Kafka lies in
/// the outbox of the same transaction.
@ApplicationScoped
public class Ledger {
  private final Logs logs;
  private final LogKeys keys;
  private final Outbox outbox;
  private final InstantSource clock;

  Ledger(Logs logs, LogKeys keys, Outbox outbox, InstantSource clock) {
    this.logs = logs;
    this.keys = keys;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Positions of the events in the log of `titleId`, in the order given; an event that is already
  /// there keeps its place and is left out of the answer.
  ///
  /// - **Errors:** [PoisonEventException] when an event id is already there with other content
  @Transactional(TxType.MANDATORY)
  public List<Position> append(String titleId, List<Entry> batch) {
    // From here no other writer can touch this log until we commit or die.
    var head = logs.lock(titleId, keys.origin(titleId), clock.instant());
    // Read under the lock and never before the last entry, so that index and time agree.
    var read = clock.instant();
    var now = read.isBefore(head.at()) ? head.at() : read;
    // A store whose tiles do not hash to the root we signed must never be signed again.
    var edge = Edge.load(head.size(), head.root(), logs.tiles(titleId));
    var fresh = withoutKnown(titleId, batch);
    if (fresh.isEmpty()) {
      return List.of();
    }
    var first = new LeafIndex(head.size().value());
    // Hashed from what the database says it stored, not from what we meant to store.
    var leaves = logs.addEntries(titleId, first, fresh, now);
    var grown = edge.append(leaves);
    logs.putTiles(titleId, grown.tiles());
    var signed =
        SignedCheckpoint.sign(
            new Checkpoint(head.origin(), grown.size(), grown.root()), keys.signer(titleId));
    logs.advance(
        head,
        new Head(titleId, head.origin(), grown.size(), grown.root(), signed.format(), now),
        now);
    outbox.publish(
        Topic.CHECKPOINT,
        List.of(new Outbox.Keyed(titleId, signed.format().getBytes(StandardCharsets.UTF_8))));
    // If we die before the caller commits, none of this has happened; a signed but uncommitted
    // checkpoint has not left this process.
    var positions = new ArrayList<Position>(fresh.size());
    for (int i = 0; i < fresh.size(); i++) {
      positions.add(new Position(fresh.get(i).eventId(), new LeafIndex(first.value() + i)));
    }
    return positions;
  }

  /// The size of the log, which nobody else can append to until the transaction of the caller ends:
  /// what is decided from everything below it is still true when the decision is appended.
  @Transactional(TxType.MANDATORY)
  public long hold(String titleId) {
    return logs.lock(titleId, keys.origin(titleId), clock.instant()).size().value();
  }

  /// Where an event went.
  public record Position(UUID eventId, LeafIndex index) {}

  private List<Entry> withoutKnown(String titleId, List<Entry> batch) {
    var byId = new LinkedHashMap<UUID, Entry>();
    for (var entry : batch) {
      var earlier = byId.putIfAbsent(entry.eventId(), entry);
      if (earlier != null && !Hash.leaf(earlier.data()).equals(Hash.leaf(entry.data()))) {
        throw conflict(entry);
      }
    }
    logs.known(titleId, byId.keySet())
        .forEach((id, leaf) -> {
          var entry = byId.remove(id);
          if (entry != null && !Hash.leaf(entry.data()).equals(leaf)) {
            throw conflict(entry);
          }
        });
    return List.copyOf(byId.values());
  }

  private static PoisonEventException conflict(Entry entry) {
    return new PoisonEventException(
        "conflict: event " + entry.eventId() + " is in the ledger with other content");
  }
}
