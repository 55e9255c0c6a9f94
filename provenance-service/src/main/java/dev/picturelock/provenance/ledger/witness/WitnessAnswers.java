package dev.picturelock.provenance.ledger.witness;

import dev.picturelock.provenance.ledger.Commits;
import dev.picturelock.provenance.ledger.Cosignatures;
import dev.picturelock.provenance.ledger.guard.Alarms;
import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.witness.WitnessAlarm.Kind;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.SignatureLine;
import dev.picturelock.tlog.witness.WitnessAnswer.Refusal;
import dev.picturelock.tlog.witness.WitnessResult;
import dev.picturelock.tlog.witness.WitnessResult.Ahead;
import dev.picturelock.tlog.witness.WitnessResult.Cosigned;
import dev.picturelock.tlog.witness.WitnessResult.Refused;
import dev.picturelock.tlog.witness.WitnessResult.Unreachable;
import dev.picturelock.tlog.witness.WitnessResult.Unusable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/// Takes in what witnesses answer.
@ApplicationScoped
class WitnessAnswers {
  private static final Logger LOG = Logger.getLogger(WitnessAnswers.class);

  /// Checkpoints of one log whose cosignatures are kept although they are too few.
  private static final int MOST_TOO_FEW = 64;

  /// What a witness's answer means for the next request.
  enum Next {
    /// It has this checkpoint now.
    DONE,
    /// It has a later one, which another instance of ours gave it.
    NEWER,
    /// Not this log, for a while.
    PAUSE_LOG,
    /// Not this witness, for a while.
    PAUSE_WITNESS
  }

  private final CosignatureBook book;
  private final Cosignatures cosignatures;
  private final Logs logs;
  private final Commits commits;
  private final Guard guard;
  private final Alarms alarms;
  private final InstantSource clock;
  private final Event<WitnessAlarm> raised;

  WitnessAnswers(
      CosignatureBook book,
      Cosignatures cosignatures,
      Logs logs,
      Commits commits,
      Guard guard,
      Alarms alarms,
      InstantSource clock,
      Event<WitnessAlarm> raised) {
    this.book = book;
    this.cosignatures = cosignatures;
    this.logs = logs;
    this.commits = commits;
    this.guard = guard;
    this.alarms = alarms;
    this.clock = clock;
    this.raised = raised;
  }

  Next take(String witness, Head head, WitnessResult result) {
    return switch (result) {
      case Cosigned(var lines) -> keep(head, lines);
      case Ahead(var latest) -> ahead(witness, head, latest);
      case Refused(var refusal) when refusal == Refusal.INCONSISTENT ->
          alarm(
              witness,
              head,
              Kind.INCONSISTENT,
              "it has cosigned a tree that is not the beginning of ours at size " + head.size());
      case Refused _ -> Next.PAUSE_LOG;
      case Unusable _, Unreachable _ -> Next.PAUSE_WITNESS;
    };
  }

  private Next keep(Head head, List<SignatureLine> lines) {
    book.add(head, lines, clock.instant());
    cosignatures
        .newestWitnessed(head)
        .ifPresentOrElse(
            witnessed -> book.forget(head.log(), witnessed.checkpoint().size(), MOST_TOO_FEW),
            () -> book.forget(head.log(), TreeSize.ZERO, MOST_TOO_FEW));
    commits.announce();
    return Next.DONE;
  }

  /// Another instance may have shown it a later checkpoint, which then is committed: only what is
  /// larger than everything committed now was never ours, or is lost.
  private Next ahead(String witness, Head head, TreeSize latest) {
    var committed =
        logs.heads(head.titleId()).stream()
            .filter(now -> now.log().equals(head.log()))
            .findFirst()
            .map(Head::size)
            .orElse(TreeSize.ZERO);
    return committed.compareTo(latest) >= 0
        ? Next.NEWER
        : alarm(
            witness,
            head,
            Kind.AHEAD,
            "it has cosigned the size %s, and ours is %s".formatted(latest, committed));
  }

  private Next alarm(String witness, Head head, Kind kind, String detail) {
    if (guard.isLost(head)) {
      // Everybody has been told; the title goes on in another log.
      return Next.PAUSE_LOG;
    }
    LOG.errorf(
        "witness alarm kind=%s witness=%s log=%s: %s; was the database restored or changed?"
            + " do not let it sign until somebody has looked",
        kind, witness, head.origin(), detail);
    switch (kind) {
      case AHEAD -> alarms.witnessAhead(head.log(), witness, detail);
      case INCONSISTENT -> alarms.witnessContradicts(head.log(), witness, detail);
    }
    raised.fire(new WitnessAlarm(head.log(), witness, kind, detail));
    return Next.PAUSE_LOG;
  }
}
