package dev.picturelock.provenance.ledger;

import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.outbox.Outbox;
import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.Entry;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.Tiles;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
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
  private final Entries entries;
  private final Tiles tiles;
  private final LogKeys keys;
  private final Guard guard;
  private final Edges edges;
  private final Arrivals arrivals;
  private final Outbox outbox;
  private final InstantSource clock;

  Ledger(
      Logs logs,
      Entries entries,
      Tiles tiles,
      LogKeys keys,
      Guard guard,
      Edges edges,
      Arrivals arrivals,
      Outbox outbox,
      InstantSource clock) {
    this.logs = logs;
    this.entries = entries;
    this.tiles = tiles;
    this.keys = keys;
    this.guard = guard;
    this.edges = edges;
    this.arrivals = arrivals;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Adds what the title does not have yet. An event that is already there keeps its place; one
  /// that contradicts it is left out, and the others are added all the same.
  @Transactional(TxType.MANDATORY)
  public Recorded append(String titleId, List<Entry> batch) {
    // From here no other writer can touch this log until we commit or die.
    var head = lock(titleId);
    // Read under the lock and never before the last entry, so that index and time agree.
    var read = clock.instant();
    var now = read.isBefore(head.at()) ? head.at() : read;
    // A store whose tiles do not hash to the root we signed must never be signed again.
    guard.requireExtensible(head);
    var edge = edges.of(head, () -> guard.edge(head));
    var sifted = Sifted.of(batch, ids -> entries.known(titleId, ids));
    var fresh = sifted.fresh();
    if (fresh.isEmpty()) {
      return new Recorded(List.of(), sifted.known(), sifted.contradictions());
    }
    // Hashed from what the database says it stored, not from what we meant to store.
    var leaves = entries.add(titleId, head.position(), fresh, now);
    var grown = edge.append(leaves);
    tiles.put(head.log(), grown.tiles());
    var signed =
        SignedCheckpoint.sign(
                new Checkpoint(head.origin(), grown.size(), grown.root()), keys.signer(head))
            .format();
    var next = head.grown(grown.size(), grown.root(), signed, now);
    logs.advance(head, next);
    // It leaves this process only after it is committed and then written down outside the database.
    guard.releaseOnCommit(next);
    outbox.publish(
        Topic.CHECKPOINT,
        List.of(new Outbox.Keyed(titleId, signed.getBytes(StandardCharsets.UTF_8))));
    // If we die before the caller commits, none of this has happened; a signed but uncommitted
    // checkpoint has not left this process, and the edge is forgotten.
    edges.keepOnceCommitted(head.log(), grown.edge());
    arrivals.announceOnceCommitted(titleId, fresh.stream().map(Entry::eventId).toList());
    var added = new ArrayList<Position>(fresh.size());
    for (int i = 0; i < fresh.size(); i++) {
      added.add(new Position(fresh.get(i).eventId(), head.position() + i));
    }
    return new Recorded(added, sifted.known(), sifted.contradictions());
  }

  /// The number of entries of the title, which nobody else can append to until the transaction of
  /// the caller ends: what is decided from everything below it is still true when the decision is
  /// appended.
  @Transactional(TxType.MANDATORY)
  public long hold(String titleId) {
    return lock(titleId).position();
  }

  /// The title's growing log, held like [#hold] does; it begins when the title has none. Where a
  /// log of the same name is lost, or the key of an empty one, it begins under another name.
  @Transactional(TxType.MANDATORY)
  public Head lock(String titleId) {
    // Before everything was compared there may be no secret that a new log could grow from.
    guard.requireOpen();
    var head = logs.lock(keys.begin(titleId, clock.instant(), guard::isLost));
    if (head.size().value() > 0 || !(guard.isLost(head) || guard.isKeyLost(head))) {
      return head;
    }
    var instead = keys.instead(head, clock.instant(), guard::isLost);
    logs.replaceEmpty(head, instead);
    return instead;
  }

  /// Ends the growing log of a title for ever and begins `next`, empty, in its place; the caller
  /// holds the lock and appends the first entry in the same transaction.
  @Transactional(TxType.MANDATORY)
  public void succeed(Head last, Head next) {
    // What is frozen must be what was signed.
    var _ = guard.edge(last);
    logs.succeed(last, next);
  }

  /// Where an event is: its position in the title.
  public record Position(UUID eventId, long position) {}

  /// What became of a batch.
  ///
  /// - **added** in the order given; **known** were there before, with the same content
  /// - **contradictions** are under the id of another event and are not in the log
  public record Recorded(List<Position> added, List<Position> known, List<Entry> contradictions) {}
}
