package dev.picturelock.provenance.erasure;

import dev.picturelock.contracts.event.DisclosureErased;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.event.Events;
import dev.picturelock.kit.outbox.Outbox;
import dev.picturelock.provenance.disclosure.DisclosureConfig;
import dev.picturelock.provenance.recorder.Recorder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// Says in the ledger what is erased, remembers it, and erases the records on the topic.
@ApplicationScoped
class Redaction {
  /// Each takes 83 bytes of an event, which has room for 65,535.
  private static final int MOST_IN_ONE_EVENT = 750;

  private final Erasures erasures;
  private final Recorder recorder;
  private final Events events;
  private final Outbox outbox;
  private final DisclosureConfig config;

  Redaction(
      Erasures erasures, Recorder recorder, Events events, Outbox outbox, DisclosureConfig config) {
    this.erasures = erasures;
    this.recorder = recorder;
    this.events = events;
    this.outbox = outbox;
    this.config = config;
  }

  /// The events that say so, as many as are needed.
  @Transactional(TxType.MANDATORY)
  List<UUID> of(Erasure asked, List<Gone> gone) {
    var sorted = gone.stream().sorted(Comparator.comparing(Gone::key)).toList();
    var stated = new ArrayList<UUID>();
    for (int from = 0; from < sorted.size(); from += MOST_IN_ONE_EVENT) {
      var part = sorted.subList(from, Math.min(from + MOST_IN_ONE_EVENT, sorted.size()));
      stated.add(state(asked, part).id());
    }
    return stated;
  }

  private Event state(Erasure asked, List<Gone> gone) {
    var keys = gone.stream().map(Gone::key).toList();
    var event =
        events.now(
            asked.titleId(),
            "title/" + asked.titleId(),
            asked.askedBy(),
            new DisclosureErased(asked.ground().name(), keys));
    recorder.state(event);
    erasures.erased(event, asked.ground(), gone);
    eraseRecords(keys);
    erasures.eraseAgain(gone, event.time().plus(config.eraseAgainAfter()));
    return event;
  }

  /// A record without a value takes its key out of the compacted topic.
  @Transactional(TxType.MANDATORY)
  void eraseRecords(List<String> keys) {
    outbox.publish(
        Topic.DISCLOSURE, keys.stream().map(key -> new Outbox.Keyed(key, null)).toList());
  }
}
