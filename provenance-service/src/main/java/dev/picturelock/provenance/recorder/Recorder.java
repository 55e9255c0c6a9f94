package dev.picturelock.provenance.recorder;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.LogConflictFound;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.event.Events;
import dev.picturelock.kit.inbox.ConsumedEvent;
import dev.picturelock.kit.inbox.ConsumedEvents;
import dev.picturelock.kit.outbox.Outbox;
import dev.picturelock.provenance.conflict.Conflict;
import dev.picturelock.provenance.conflict.Conflicts;
import dev.picturelock.provenance.conflict.Contradiction;
import dev.picturelock.provenance.ledger.Ledger;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.Entries.Known;
import dev.picturelock.provenance.ledger.log.Entry;
import dev.picturelock.provenance.lineage.Changes;
import dev.picturelock.provenance.lineage.Knowledge;
import dev.picturelock.provenance.lineage.Projection;
import dev.picturelock.tlog.merkle.Hash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Records events: an entry in the log of their title and what they add to the lineage, in the
/// transaction of the caller.
@ApplicationScoped
public class Recorder implements ConsumedEvents.Handler {
  private final Ledger ledger;
  private final Entries entries;
  private final Knowledge knowledge;
  private final Conflicts conflicts;
  private final Outbox outbox;
  private final Events events;

  Recorder(
      Ledger ledger,
      Entries entries,
      Knowledge knowledge,
      Conflicts conflicts,
      Outbox outbox,
      Events events) {
    this.ledger = ledger;
    this.entries = entries;
    this.knowledge = knowledge;
    this.conflicts = conflicts;
    this.outbox = outbox;
    this.events = events;
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public void handle(List<ConsumedEvent> batch) {
    handle(batch, List.of());
  }

  /// Records a batch that arrived, and what in it contradicts something that came before. Titles
  /// are taken in order of their ids, so that two instances with several titles each cannot wait
  /// for one another.
  @Override
  @Transactional(TxType.MANDATORY)
  public List<ConsumedEvent> handle(List<ConsumedEvent> batch, List<ConsumedEvent> contradictions) {
    var byTitle = new TreeMap<String, OfTitle>();
    batch.forEach(one -> ofTitle(byTitle, one).fresh().add(one));
    contradictions.forEach(one -> ofTitle(byTitle, one).contradictions().add(one));
    var refused = new ArrayList<ConsumedEvent>();
    byTitle.forEach((titleId, arrived) -> refused.addAll(record(titleId, arrived)));
    return refused;
  }

  /// Records and publishes an event that this service itself states.
  @Transactional(TxType.MANDATORY)
  public void state(Event event) {
    state(event.titleId(), List.of(event));
  }

  /// What the log itself refuses, although the inbox did not know it.
  private List<ConsumedEvent> record(String titleId, OfTitle arrived) {
    var fresh = arrived.fresh();
    var refused = new ArrayList<ConsumedEvent>();
    if (!fresh.isEmpty()) {
      var ids =
          append(titleId, fresh.stream().map(Arrived::of).toList()).stream()
              .map(Entry::eventId)
              .collect(Collectors.toSet());
      fresh.stream().filter(one -> ids.contains(one.event().id())).forEach(refused::add);
    }
    var later = new ArrayList<>(arrived.contradictions());
    later.addAll(refused);
    if (!later.isEmpty()) {
      contradict(titleId, later);
    }
    return refused;
  }

  private void state(String titleId, List<Event> stated) {
    if (!append(titleId, stated.stream().map(Arrived::of).toList()).isEmpty()) {
      throw new IllegalStateException("the log of " + titleId + " has other events under our ids");
    }
    outbox.publish(stated);
  }

  /// A contradiction that was stated before is a repeat, although it now lies at another offset.
  private void contradict(String titleId, List<ConsumedEvent> later) {
    // nobody can state the same between our look and our append
    ledger.hold(titleId);
    var logged = entries.known(titleId, later.stream().map(one -> one.event().id()).toList());
    var statements = new LinkedHashMap<UUID, Event>();
    for (var one : later) {
      var leaf = leafOf(logged.get(one.event().id()));
      // nothing contradicts itself, whatever came beside it
      if (leaf == null || !leaf.equals(Hash.leaf(one.bytes()))) {
        var statement = Contradiction.event(events, one, leaf);
        statements.putIfAbsent(statement.id(), statement);
      }
    }
    statements.keySet().removeAll(entries.known(titleId, statements.keySet()).keySet());
    if (!statements.isEmpty()) {
      state(titleId, List.copyOf(statements.values()));
    }
  }

  /// The entries that the log has under their ids with other content.
  private List<Entry> append(String titleId, List<Arrived> arrived) {
    Map<UUID, Event> byId = new HashMap<>();
    arrived.forEach(one -> byId.put(one.event().id(), one.event()));
    var batch = arrived.stream().map(one -> new Entry(one.event().id(), one.bytes())).toList();
    var changes = new ArrayList<Changes>(batch.size());
    var stated = new ArrayList<Conflict>();
    var recorded = ledger.append(titleId, batch);
    for (var position : recorded.added()) {
      var event = byId.get(position.eventId());
      if (event != null) {
        changes.add(Projection.of(event, position.position()));
        if (event.fact() instanceof LogConflictFound found) {
          stated.add(new Conflict(position.position(), event.id(), event.time(), found));
        }
      }
    }
    knowledge.add(titleId, changes);
    conflicts.add(titleId, stated);
    return recorded.contradictions();
  }

  private static @Nullable Hash leafOf(@Nullable Known known) {
    return known == null ? null : known.leaf();
  }

  private static OfTitle ofTitle(Map<String, OfTitle> byTitle, ConsumedEvent one) {
    return byTitle.computeIfAbsent(
        one.event().titleId(), _ -> new OfTitle(new ArrayList<>(), new ArrayList<>()));
  }

  private record OfTitle(List<ConsumedEvent> fresh, List<ConsumedEvent> contradictions) {}

  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record Arrived(Event event, byte[] bytes) {
    static Arrived of(ConsumedEvent consumed) {
      return new Arrived(consumed.event(), consumed.bytes());
    }

    static Arrived of(Event event) {
      return new Arrived(event, EventCodec.encode(event));
    }
  }
}
