package dev.picturelock.provenance.ledger.anchoring;

import static java.util.stream.Gatherers.windowFixed;

import dev.picturelock.kit.time.Ids;
import dev.picturelock.provenance.ledger.Ledger;
import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.Entry;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.anchor.AnchorEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Commits to the newest checkpoints of all logs, in a log of its own.
///
/// A log of which two people were shown different histories contradicts it: an entry has one
/// commitment for a log.
@ApplicationScoped
public class LogOfLogs {
  /// More wait for the next round, so that one transaction stays short.
  private static final int MOST_LOGS_AT_ONCE = 20 * EntryWriter.MOST_LOGS;

  private final Ledger ledger;
  private final Entries entries;
  private final Guard guard;
  private final Anchors anchors;
  private final EntryWriter writer;
  private final Ids ids;
  private final InstantSource clock;

  LogOfLogs(
      Ledger ledger,
      Entries entries,
      Guard guard,
      Anchors anchors,
      EntryWriter writer,
      Ids ids,
      InstantSource clock) {
    this.ledger = ledger;
    this.entries = entries;
    this.guard = guard;
    this.anchors = anchors;
    this.writer = writer;
    this.ids = ids;
    this.clock = clock;
  }

  /// Anchors every log that has changed and answers how many there were; none when the last entry
  /// is younger than `period`.
  @Transactional
  public int anchorChanged(Duration period) {
    // From here other instances wait; what they then see as changed is what this one left.
    var head = ledger.lock(LogId.LOG_OF_LOGS);
    boolean tooSoon = head.size().value() > 0 && clock.instant().isBefore(head.at().plus(period));
    var changed = tooSoon ? List.<Head>of() : anchors.changed(MOST_LOGS_AT_ONCE, guard.lost());
    if (changed.isEmpty()) {
      return 0;
    }
    var written = new ArrayList<Entry>();
    var anchored = new ArrayList<Anchored>();
    var time = nextTime(head, changed);
    for (var some : changed.stream().gather(windowFixed(EntryWriter.MOST_LOGS)).toList()) {
      var entry = new Entry(ids.fresh(), writer.write(some, time).toBytes());
      written.add(entry);
      for (var log : some) {
        // A commitment is a release: it can be held against us.
        guard.release(log);
        anchored.add(new Anchored(log.log(), log.size(), log.checkpoint(), entry.eventId()));
      }
      time = time.plus(1, ChronoUnit.MICROS);
    }
    ledger.append(LogId.LOG_OF_LOGS, written);
    anchors.add(anchored);
    return changed.size();
  }

  /// Later than every entry before it, whatever the clock says, so that no two entries have the
  /// same labels.
  ///
  /// - **changed** what it will commit to, which was not written after that, by whoever's clock
  private Instant nextTime(Head head, List<Head> changed) {
    var now =
        Stream.concat(Stream.of(clock.instant()), changed.stream().map(Head::at))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return lastTime(head)
        .map(last -> last.plus(1, ChronoUnit.MICROS))
        .filter(now::isBefore)
        .orElse(now);
  }

  /// The time of the newest entry, also of the log before this one: after a change of the key the
  /// last entry is about that.
  private Optional<Instant> lastTime(Head head) {
    return LongStream.iterate(head.position() - 1, position -> position >= 0, p -> p - 1)
        .mapToObj(position -> entries.between(LogId.LOG_OF_LOGS, position, position + 1).getFirst())
        .map(LogOfLogs::timeOf)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Instant> timeOf(byte[] entry) {
    try {
      return Optional.of(AnchorEntry.parse(entry).time());
    } catch (MalformedException ofAnotherKind) {
      return Optional.empty();
    }
  }
}
