package dev.picturelock.provenance.recorder;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.inbox.ConsumedEvent;
import dev.picturelock.kit.outbox.Outbox;
import dev.picturelock.provenance.ledger.Entry;
import dev.picturelock.provenance.ledger.Ledger;
import dev.picturelock.provenance.lineage.Changes;
import dev.picturelock.provenance.lineage.Knowledge;
import dev.picturelock.provenance.lineage.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Records events: an entry in the log of their title and what they add to the lineage, in the
/// transaction of the caller.
@ApplicationScoped
public class Recorder {
  private final Ledger ledger;
  private final Knowledge knowledge;
  private final Outbox outbox;

  Recorder(Ledger ledger, Knowledge knowledge, Outbox outbox) {
    this.ledger = ledger;
    this.knowledge = knowledge;
    this.outbox = outbox;
  }

  /// Records a batch that arrived. Titles are taken in order of their ids, so that two instances
  /// with several titles each cannot wait for one another.
  @Transactional(TxType.MANDATORY)
  public void record(List<ConsumedEvent> batch) {
    var byTitle = new TreeMap<String, List<Arrived>>();
    for (var consumed : batch) {
      byTitle
          .computeIfAbsent(consumed.event().titleId(), _ -> new ArrayList<>())
          .add(new Arrived(consumed.event(), consumed.bytes()));
    }
    byTitle.forEach(this::append);
  }

  /// Records and publishes an event that this service itself states.
  @Transactional(TxType.MANDATORY)
  public void state(Event event) {
    append(event.titleId(), List.of(new Arrived(event, EventCodec.encode(event))));
    outbox.publish(event);
  }

  private void append(String titleId, List<Arrived> arrived) {
    Map<UUID, Event> events = new HashMap<>();
    arrived.forEach(one -> events.put(one.event().id(), one.event()));
    var entries = arrived.stream().map(one -> new Entry(one.event().id(), one.bytes())).toList();
    var changes = new ArrayList<Changes>(entries.size());
    for (var position : ledger.append(titleId, entries)) {
      var event = events.get(position.eventId());
      if (event != null) {
        changes.add(Projection.of(event, position.position()));
      }
    }
    knowledge.add(titleId, changes);
  }

  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record Arrived(Event event, byte[] bytes) {}
}
