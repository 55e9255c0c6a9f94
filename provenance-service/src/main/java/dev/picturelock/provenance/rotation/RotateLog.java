package dev.picturelock.provenance.rotation;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.LogRef;
import dev.picturelock.contracts.event.LogRotated;
import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.event.Events;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.Ledger;
import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.provenance.ledger.log.Entry;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.recorder.Recorder;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.note.Note;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/// Ends the log of a title and begins the next one, which has another key and therefore another
/// name: to everybody who verifies, a log never changes its key.
///
/// The first entry of the new log carries the last checkpoint of the old one and a statement that
/// both keys signed; the new one alone where nobody has the old key any more.
@ApplicationScoped
public class RotateLog {
  private static final Logger LOG = Logger.getLogger(RotateLog.class);

  private static final String FOLLOWED = "picturelock log rotation v1\n";

  /// Another first line, so that nobody takes the word of one key for the word of both.
  private static final String ORPHANED = "picturelock log rotation without the old key v1\n";

  private final Logs logs;
  private final Ledger ledger;
  private final Guard guard;
  private final LogKeys keys;
  private final Recorder recorder;
  private final Events events;
  private final Caller caller;
  private final InstantSource clock;

  RotateLog(
      Logs logs,
      Ledger ledger,
      Guard guard,
      LogKeys keys,
      Recorder recorder,
      Events events,
      Caller caller,
      InstantSource clock) {
    this.logs = logs;
    this.ledger = ledger;
    this.guard = guard;
    this.keys = keys;
    this.recorder = recorder;
    this.events = events;
    this.caller = caller;
    this.clock = clock;
  }

  /// Why a key is changed.
  public enum Reason {
    SCHEDULED,
    KEY_COMPROMISED,
    /// The log was released with more entries than the database can ever have again.
    END_LOST,
    /// No master secret yields the key of the log any more.
    KEY_LOST
  }

  /// - **titleId** a title or [LogId#LOG_OF_LOGS]
  /// - **Errors:** [ProblemException] FORBIDDEN, NOT_FOUND, NOT_ALLOWED_NOW
  @Transactional
  public Rotated handle(String titleId, Reason reason) {
    caller.requireAdmin();
    if (logs.head(titleId).isEmpty()) {
      throw new ProblemException(ProblemType.NOT_FOUND, "'" + titleId + "' has no log yet");
    }
    var last = ledger.lock(titleId);
    if (reason == Reason.KEY_LOST) {
      guard.requireFreezableWithoutKey(last);
    } else {
      guard.requireFreezable(last, reason == Reason.END_LOST);
    }
    var next = keys.successor(last, clock.instant(), guard::isLost);
    var event = event(last, next, reason);
    ledger.succeed(last, next);
    if (!event.titleId().equals(titleId)) {
      ledger.append(titleId, List.of(new Entry(event.id(), EventCodec.encode(event))));
    }
    recorder.state(event);
    LOG.infof("log rotated from=%s to=%s event=%s", last.origin(), next.origin(), event.id());
    return new Rotated(next, event);
  }

  private Event event(Head last, Head next, Reason reason) {
    var statement =
        reason == Reason.KEY_LOST
            ? Note.sign(statement(ORPHANED, last, next), List.of(keys.signer(next)))
            : Note.sign(
                statement(FOLLOWED, last, next), List.of(keys.signer(last), keys.signer(next)));
    // The log of logs is nobody's title: what happens to it is an event of the studio too.
    var titleId = LogId.LOG_OF_LOGS.equals(last.titleId()) ? Caller.STUDIO : last.titleId();
    return events.now(
        titleId,
        "log/" + next.log().generation(),
        caller.actor(),
        new LogRotated(ref(last), last.checkpoint(), ref(next), statement.format(), reason.name()));
  }

  /// What is signed: the last tree of the old log, as in its checkpoint, then name and key of the
  /// new one.
  private static String statement(String title, Head last, Head next) {
    var end = new Checkpoint(last.origin(), last.size(), last.root()).text();
    return title + end + next.origin() + "\n" + next.verifierKey() + "\n";
  }

  private LogRef ref(Head head) {
    return new LogRef(head.origin(), keys.verifierKey(head).format());
  }

  /// The new log, and the event that is its first entry.
  public record Rotated(Head next, Event event) {}
}
