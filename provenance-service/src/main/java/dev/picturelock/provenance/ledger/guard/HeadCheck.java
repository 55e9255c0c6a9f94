package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.kit.sql.SqlFailedException;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.MissingTileException;
import dev.picturelock.provenance.ledger.log.Tiles;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.NoteResult;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.EdgeMismatchException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Whether a stored head is what was signed, told without reading the log's entries.
@ApplicationScoped
class HeadCheck {
  private final Logs logs;
  private final Tiles tiles;
  private final LogKeys keys;
  private final TrustedKeys trusted;
  private final Alarms alarms;

  /// By origin: what was found to be signed by the log's key last.
  private final Map<String, Signed> authentic = new ConcurrentHashMap<>();

  HeadCheck(Logs logs, Tiles tiles, LogKeys keys, TrustedKeys trusted, Alarms alarms) {
    this.logs = logs;
    this.tiles = tiles;
    this.keys = keys;
    this.trusted = trusted;
    this.alarms = alarms;
  }

  /// The heads of all logs.
  ///
  /// - **Errors:** an alarm for a row that has not the form of one
  List<Head> all() {
    try {
      return logs.heads();
    } catch (MalformedException
        | NullPointerException
        | IllegalArgumentException
        | SqlFailedException broken) {
      if (Outage.is(broken)) {
        throw broken;
      }
      throw alarms.shapeless(broken);
    }
  }

  /// The row says what is signed, and the log's key signed it: the key that is known outside the
  /// database, not any that the row may name.
  ///
  /// - **Errors:** an alarm
  void requireAuthentic(Head head) {
    if (Signed.of(head).equals(authentic.get(head.origin())) && states(head)) {
      return;
    }
    trusted
        .objection(head)
        .ifPresent(objection -> {
          throw alarms.found(objection);
        });
    try {
      var signed = SignedCheckpoint.parse(head.checkpoint());
      if (!states(head)) {
        throw alarms.damagedHead(
            head,
            "the row says size %s and root %s, its checkpoint says size %s and root %s"
                .formatted(
                    head.size(),
                    head.root(),
                    signed.checkpoint().size(),
                    signed.checkpoint().root()));
      }
      if (signed.verify(List.of(keys.verifierKey(head))) instanceof NoteResult.Rejected rejected) {
        throw alarms.damagedHead(head, "its checkpoint is not signed: " + rejected.detail());
      }
    } catch (MalformedException unreadable) {
      throw alarms.damagedHead(head, String.valueOf(unreadable.getMessage()));
    }
    keepSigned(head);
  }

  /// We signed it ourselves just now. Should its transaction not commit, nobody ever reads it.
  void keepSigned(Head head) {
    authentic.put(head.origin(), Signed.of(head));
  }

  /// The right edge of the tree.
  ///
  /// - **Errors:** an alarm where it does not hash to the root that was signed
  Edge edge(Head head) {
    try {
      return Edge.load(head.size(), head.root(), tiles.reader(head.log()));
    } catch (EdgeMismatchException | MalformedException | MissingTileException damage) {
      throw alarms.damaged(
          head, "log_tile, right edge at size " + head.size(), String.valueOf(damage.getMessage()));
    }
  }

  private static boolean states(Head head) {
    try {
      return Anchor.parse(head.checkpoint()).equals(Anchor.of(head));
    } catch (MalformedException unreadable) {
      return false;
    }
  }

  private record Signed(String checkpoint, String verifierKey) {
    static Signed of(Head head) {
      return new Signed(head.checkpoint(), head.verifierKey());
    }
  }
}
