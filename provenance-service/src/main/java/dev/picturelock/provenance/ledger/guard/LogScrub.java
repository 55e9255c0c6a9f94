package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.Tiles;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.audit.AuditResult.Damaged;
import dev.picturelock.tlog.audit.AuditResult.Paused;
import dev.picturelock.tlog.audit.AuditResult.Sound;
import dev.picturelock.tlog.audit.LogAudit;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.tile.Edge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Audits one log from its first row to its head, slice by slice.
@ApplicationScoped
class LogScrub {
  /// Small enough that the pauses between two slices are short.
  private static final long SLICE = 2_048;

  private final Logs logs;
  private final Tiles tiles;
  private final LogKeys keys;
  private final TrustedKeys trusted;
  private final Succession succession;
  private final LedgerTables tables;
  private final Anchors anchors;
  private final AcceptedLosses losses;
  private final AnchorScrub anchored;

  LogScrub(
      Logs logs,
      Tiles tiles,
      LogKeys keys,
      TrustedKeys trusted,
      Succession succession,
      LedgerTables tables,
      Anchors anchors,
      AcceptedLosses losses,
      AnchorScrub anchored) {
    this.logs = logs;
    this.tiles = tiles;
    this.keys = keys;
    this.trusted = trusted;
    this.succession = succession;
    this.tables = tables;
    this.anchors = anchors;
    this.losses = losses;
    this.anchored = anchored;
  }

  /// The first thing that is wrong, if anything is.
  ///
  /// - **slice** is told how many entries were audited, after each slice
  Optional<Finding> audit(Head head, LongConsumer slice) {
    try {
      return trusted
          .objection(head)
          .or(() -> walk(head, slice))
          .or(() -> succession.contradiction(head))
          .or(() -> behind(head))
          .or(() -> tooShort(head))
          .or(() -> {
            anchored.audit(head, slice);
            return Optional.empty();
          });
    } catch (RowDamagedException row) {
      return Optional.of(Finding.of(head, row));
    } catch (MalformedException shapeless) {
      return Optional.of(unreadable(head, String.valueOf(shapeless.getMessage())));
    } catch (RuntimeException impossible) {
      if (Outage.is(impossible)) {
        throw impossible;
      }
      // A row that cannot even be read, such as one with a null: what hides it is a finding too.
      return Optional.of(unreadable(head, impossible.toString()));
    }
  }

  private static Finding unreadable(Head head, String detail) {
    return new Finding(
        Alarm.Kind.DAMAGED, Alarms.place(head) + ": log_state, log_entry or log_tile", detail);
  }

  private Optional<Finding> walk(Head head, LongConsumer slice) {
    var audit =
        LogAudit.of(new TableSource(head, logs, tiles, tables), keys.verifierKey(head))
            .since(released(head));
    var edge = Edge.EMPTY;
    while (true) {
      long begin = edge.size().value();
      switch (audit.from(edge).upTo(edge.size().plus(SLICE)).run()) {
        case Sound sound -> {
          slice.accept(sound.size().value() - begin);
          return Optional.empty();
        }
        case Paused paused -> {
          edge = paused.edge();
          slice.accept(edge.size().value() - begin);
        }
        case Damaged damaged -> {
          return Optional.of(Finding.of(head, damaged.damage()));
        }
      }
    }
  }

  /// What was released last, if this head should have grown out of it.
  private @Nullable SignedCheckpoint released(Head head) {
    return anchors
        .newest(head.origin())
        .filter(anchor -> anchor.size().compareTo(head.size()) <= 0 && !losses.isLost(head))
        .map(anchor -> SignedCheckpoint.parse(anchor.checkpoint()))
        .orElse(null);
  }

  /// What was released is looked up before the head is read again: whatever was released until then
  /// is in it.
  private Optional<Finding> tooShort(Head head) {
    var newest = anchors.newest(head.origin()).filter(_ -> !losses.isLost(head));
    var now = logs.head(head.log()).orElse(head);
    return newest
        .filter(released -> released.size().compareTo(now.size()) > 0)
        .map(released ->
            new Finding(
                Alarm.Kind.ROLLED_BACK,
                Alarms.place(head) + ": " + Alarms.stored(now),
                "size %s with root %s was released".formatted(released.size(), released.root())));
  }

  /// Rows behind the head are read before it, so that a log which grows meanwhile is no finding.
  private Optional<Finding> behind(Head head) {
    long end = tables.end(head.titleId());
    var now = logs.heads(head.titleId());
    if (now.isEmpty() || end <= now.getLast().position()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Alarm.Kind.DAMAGED,
            Alarms.place(head) + ": log_entry idx " + now.getLast().position(),
            "the row is behind the end of the log"));
  }
}
