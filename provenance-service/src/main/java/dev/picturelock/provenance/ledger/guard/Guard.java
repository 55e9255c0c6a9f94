package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.Head;
import dev.picturelock.provenance.ledger.LogKeys;
import dev.picturelock.provenance.ledger.Logs;
import dev.picturelock.provenance.ledger.MissingTileException;
import dev.picturelock.provenance.ledger.guard.Alarm.Kind;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.Merkle;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.NoteResult;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.EdgeMismatchException;
import dev.picturelock.tlog.tile.TileSubtrees;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stands before every signature and at every door through which a checkpoint leaves.
///
/// - **Before a signature:** the tree that is built upon is the newest released one, or grew out of
///   it.
/// - **Before a release:** what leaves the process is in a journal outside the database first.
///
/// What contradicts either is an [Alarm]: it shuts the gate and flies as [SigningStoppedException].
@ApplicationScoped
public class Guard {
  private final Logs logs;
  private final LogKeys keys;
  private final Anchors anchors;
  private final Signing signing;
  private final AcceptedLosses losses;
  private final ReleaseOnCommit onCommit;

  /// By origin: the checkpoint whose signature was found to hold last.
  private final Map<String, String> authentic = new ConcurrentHashMap<>();

  Guard(
      Logs logs,
      LogKeys keys,
      Anchors anchors,
      Signing signing,
      AcceptedLosses losses,
      ReleaseOnCommit onCommit) {
    this.logs = logs;
    this.keys = keys;
    this.anchors = anchors;
    this.signing = signing;
    this.losses = losses;
    this.onCommit = onCommit;
  }

  /// Returns if the head, which the caller holds against every other writer, may be built upon.
  public void requireExtensible(Head head) {
    signing.require();
    requireNotEnded(head);
    catchUp();
    if (head.size().value() > 0) {
      requireAuthentic(head);
    }
    // Held: nobody can have committed, and so released, anything newer than this head.
    requireExtendsReleased(head);
  }

  /// Returns if it may be stated that the log ends with this head, which the caller holds. A log
  /// whose end is lost is frozen where the database ends, and the statement must say so.
  ///
  /// - **Errors:** [ProblemException] NOT_ALLOWED_NOW when the statement says something else than
  ///   the operator
  public void requireFreezable(Head last, boolean endLost) {
    if (hasEnded(last) != endLost) {
      throw new ProblemException(
          ProblemType.NOT_ALLOWED_NOW,
          endLost
              ? "nothing says that the end of this log is lost"
              : "the end of this log is lost: say so as the reason");
    }
    if (endLost) {
      signing.require();
      requireAuthentic(last);
    } else {
      requireExtensible(last);
    }
  }

  /// Whether the operator has stated that the end of this log is lost.
  public boolean isLost(Head head) {
    return losses.isLost(head);
  }

  /// The same of a log that the database may not have at all.
  public boolean isLost(String origin) {
    return losses.isLost(origin);
  }

  /// The origins of all logs whose end is lost.
  public Set<String> lost() {
    return losses.origins();
  }

  /// Whether the log never grows again although it is the title's newest.
  boolean hasEnded(Head head) {
    return losses.hasEnded(head, keys);
  }

  /// The right edge of the tree, which hashes to the root that was signed.
  public Edge edge(Head head) {
    try {
      return Edge.load(head.size(), head.root(), logs.tiles(head.log()));
    } catch (EdgeMismatchException | MalformedException | MissingTileException damage) {
      throw damaged(
          head, "log_tile, right edge at size " + head.size(), String.valueOf(damage.getMessage()));
    }
  }

  /// Lets the head go as soon as the transaction of the caller has committed, and before anybody
  /// hears of the commit.
  public void releaseOnCommit(Head grown) {
    // just signed by us; should the transaction not commit, nobody ever reads this head
    authentic.put(grown.origin(), grown.checkpoint());
    onCommit.add(anchor(grown), this::released);
  }

  /// Returns when the head, which was read as committed, may leave the process in any form: as a
  /// checkpoint, in a receipt, as the index of an entry.
  public void release(Head head) {
    if (head.size().value() == 0) {
      return;
    }
    signing.requireChecked();
    requireAuthentic(head);
    var anchor = anchor(head);
    if (anchors.isRecorded(anchor)) {
      requireNotRolledBack(head);
      return;
    }
    signing.require();
    requireNotLost(head);
    requireNotRolledBack(head);
    if (anchors.newest(head.origin()).filter(anchor::isNewerThan).isPresent()) {
      requireExtendsReleased(head);
    }
    record(List.of(anchor));
  }

  /// Somebody has found damage on the way; the answer is what to throw.
  public SigningStoppedException damaged(Head head, String where, String detail) {
    return signing.stop(Kind.DAMAGED, place(head) + ": " + where, detail);
  }

  /// Everything about a head that can be told without reading its entries.
  void check(Head head) {
    requireAuthentic(head);
    requireExtendsReleased(head);
    var _ = edge(head);
  }

  /// The row of the head says what is signed, and the log's key signed it.
  void requireAuthentic(Head head) {
    if (head.checkpoint().equals(authentic.get(head.origin())) && states(head)) {
      return;
    }
    try {
      var signed = SignedCheckpoint.parse(head.checkpoint());
      if (!states(head)) {
        throw damagedHead(
            head,
            "the row says size %s and root %s, its checkpoint says size %s and root %s"
                .formatted(
                    head.size(),
                    head.root(),
                    signed.checkpoint().size(),
                    signed.checkpoint().root()));
      }
      if (signed.verify(List.of(keys.verifierKey(head))) instanceof NoteResult.Rejected rejected) {
        throw damagedHead(head, "its checkpoint is not signed: " + rejected.detail());
      }
    } catch (MalformedException | IllegalStateException unreadable) {
      throw damagedHead(head, String.valueOf(unreadable.getMessage()));
    }
    authentic.put(head.origin(), head.checkpoint());
  }

  /// - **Errors:** an alarm where the newest released checkpoint is no prefix of the head
  void requireExtendsReleased(Head head) {
    var newest = anchors.newest(head.origin()).orElse(null);
    if (newest == null || newest.isSameTreeAs(anchor(head))) {
      return;
    }
    if (newest.size().compareTo(head.size()) > 0) {
      throw rolledBack(head, newest);
    }
    if (newest.contradicts(anchor(head)) || !extend(newest, head)) {
      throw signing.stop(
          Kind.FORKED,
          place(head) + ": log_state size " + head.size(),
          "size %s was released with root %s, the tiles have %s there and lead to %s at size %s"
              .formatted(
                  newest.size(), newest.root(), rewritten(newest, head), head.root(), head.size()));
    }
  }

  /// Reads what other instances have released.
  void catchUp() {
    try {
      anchors.catchUp();
    } catch (JournalDamagedException damaged) {
      throw journalDamaged(damaged);
    } catch (Anchors.ContradictionException contradiction) {
      throw contradicted(contradiction);
    } catch (IOException unreadable) {
      throw signing.stop(Kind.ANCHORS_DAMAGED, "the journals", unreadable.toString());
    }
  }

  void record(Collection<Anchor> released) {
    try {
      anchors.record(released);
    } catch (Anchors.ContradictionException contradiction) {
      throw contradicted(contradiction);
    } catch (IOException unwritable) {
      throw signing.stop(Kind.ANCHORS_UNWRITABLE, "the journals", unwritable.toString());
    }
  }

  SigningStoppedException journalDamaged(JournalDamagedException damaged) {
    return signing.stop(
        Kind.ANCHORS_DAMAGED, damaged.where(), String.valueOf(damaged.getMessage()));
  }

  SigningStoppedException contradicted(Anchors.ContradictionException contradiction) {
    return signing.stop(
        Kind.FORKED, "log " + contradiction.origin(), String.valueOf(contradiction.getMessage()));
  }

  static String place(Head head) {
    return "title %s, log %d (%s)"
        .formatted(head.titleId(), head.log().generation(), head.origin());
  }

  private void released(Collection<Anchor> committed) {
    try {
      record(committed);
    } catch (SigningStoppedException alreadyTold) {
      // The commit stands; its checkpoints stay in here.
    }
  }

  private void requireNotEnded(Head head) {
    if (hasEnded(head)) {
      throw new LogEndedException(head.titleId());
    }
  }

  private void requireNotLost(Head head) {
    if (losses.isLost(head)) {
      throw new LogEndedException(head.titleId());
    }
  }

  /// An older head may have been read just before the log grew, so look once more before crying.
  private void requireNotRolledBack(Head head) {
    var newest = anchors.newest(head.origin()).filter(known -> known.isNewerThan(anchor(head)));
    if (newest.isEmpty() || !(signing.state() instanceof Signing.Open) || losses.isLost(head)) {
      return;
    }
    var now = logs.head(head.log()).orElse(head);
    if (newest.get().isNewerThan(anchor(now))) {
      throw rolledBack(now, newest.get());
    }
  }

  private SigningStoppedException rolledBack(Head head, Anchor newest) {
    return signing.stop(
        Kind.ROLLED_BACK,
        place(head) + ": log_state size " + head.size(),
        "size %s with root %s was released, the database has size %s with root %s"
            .formatted(newest.size(), newest.root(), head.size(), head.root()));
  }

  private SigningStoppedException damagedHead(Head head, String detail) {
    return damaged(head, "log_state size " + head.size(), detail);
  }

  private boolean extend(Anchor released, Head head) {
    try {
      return ConsistencyProof.of(released.size(), head.size(), subtrees(head.size(), head))
          .verify(released.size(), released.root(), head.size(), head.root())
          .isProven();
    } catch (MalformedException | MissingTileException missingOrBrokenTile) {
      return false;
    }
  }

  private String rewritten(Anchor released, Head head) {
    try {
      Hash root = Merkle.root(released.size(), subtrees(released.size(), head));
      return root.toString();
    } catch (MalformedException | MissingTileException missingOrBrokenTile) {
      return "nothing whole (" + missingOrBrokenTile.getMessage() + ")";
    }
  }

  private TileSubtrees subtrees(TreeSize size, Head head) {
    return new TileSubtrees(size, logs.tiles(head.log()));
  }

  private static boolean states(Head head) {
    try {
      var stated = Anchor.parse(head.checkpoint());
      return stated.equals(anchor(head));
    } catch (MalformedException unreadable) {
      return false;
    }
  }

  private static Anchor anchor(Head head) {
    return new Anchor(head.origin(), head.size(), head.root(), head.checkpoint());
  }
}
