package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.contracts.event.LogRotated;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.event.PoisonEventException;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.Logs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Holds a log that has ended against what the first entry of the next one says about its end: the
/// key of an ended log may be stolen, and whoever has it and the database could make it longer.
@ApplicationScoped
class Succession {
  private final Logs logs;
  private final LedgerTables tables;

  Succession(Logs logs, LedgerTables tables) {
    this.logs = logs;
    this.tables = tables;
  }

  /// What is wrong with the end of the log before this one, if anything is.
  ///
  /// - **next** a log whose entries were found to be what was signed
  Optional<Finding> contradiction(Head next) {
    return logs.heads(next.titleId()).stream()
        .filter(head -> head.log().next().equals(next.log()))
        .findFirst()
        .flatMap(ended -> stated(next).flatMap(end -> contradiction(ended, end)));
  }

  private static Optional<Finding> contradiction(Head ended, Anchor end) {
    if (end.origin().equals(ended.origin()) && end.isSameTreeAs(Anchor.of(ended))) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Alarm.Kind.FORKED,
            Alarms.place(ended) + ": log_frozen size " + ended.size(),
            "the log after it says that %s ended at size %s with root %s, the row says root %s"
                .formatted(end.origin(), end.size(), end.root(), ended.root())));
  }

  private Optional<Anchor> stated(Head next) {
    return tables.entries(next.titleId(), next.first(), next.first() + 1).stream()
        .findFirst()
        .flatMap(row -> rotation(row.data()))
        .map(rotated -> Anchor.parse(rotated.checkpoint()));
  }

  private static Optional<LogRotated> rotation(byte[] entry) {
    try {
      return EventCodec.decode(entry).fact() instanceof LogRotated rotated
          ? Optional.of(rotated)
          : Optional.empty();
    } catch (PoisonEventException ofAnotherKind) {
      return Optional.empty();
    }
  }
}
