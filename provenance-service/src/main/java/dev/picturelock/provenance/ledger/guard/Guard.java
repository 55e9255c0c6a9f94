package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.tlog.tile.Edge;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/// Stands before every signature and at every door through which a checkpoint leaves.
///
/// - **Before a signature:** the tree that is built upon is the newest released one, or grew out of
///   it.
/// - **Before a release:** what leaves the process is in a journal outside the database first.
///
/// What contradicts either is an [Alarm]: it shuts the gate and flies as [SigningStoppedException].
@ApplicationScoped
public class Guard {
  private final Anchors anchors;
  private final Signing signing;
  private final AcceptedLosses losses;
  private final KeyLosses keyLosses;
  private final HeadCheck check;
  private final Extension extension;
  private final Alarms alarms;
  private final ReleaseOnCommit onCommit;

  Guard(
      Anchors anchors,
      Signing signing,
      AcceptedLosses losses,
      KeyLosses keyLosses,
      HeadCheck check,
      Extension extension,
      Alarms alarms,
      ReleaseOnCommit onCommit) {
    this.anchors = anchors;
    this.signing = signing;
    this.losses = losses;
    this.keyLosses = keyLosses;
    this.check = check;
    this.extension = extension;
    this.alarms = alarms;
    this.onCommit = onCommit;
  }

  /// Returns if anything may be signed at all.
  public void requireOpen() {
    signing.require();
  }

  /// Returns if the head, which the caller holds against every other writer, may be built upon.
  public void requireExtensible(Head head) {
    signing.require();
    requireNotEnded(head);
    requireKeyOfReleased(head);
    keyLosses.require(head);
    requireGrownFromReleased(head);
    requireNotSucceeded(head);
  }

  /// Returns if it may be stated that the log ends with this head, which the caller holds. A log
  /// whose end is lost is frozen where the database ends, and the statement must say so.
  ///
  /// - **Errors:** [ProblemException] NOT_ALLOWED_NOW when the statement says something else than
  ///   the operator
  public void requireFreezable(Head last, boolean endLost) {
    if (isKeyLost(last)) {
      throw new ProblemException(
          ProblemType.NOT_ALLOWED_NOW, "the key of this log is lost: say so as the reason");
    }
    if (losses.hasEnded(last) != endLost) {
      throw new ProblemException(
          ProblemType.NOT_ALLOWED_NOW,
          endLost
              ? "nothing says that the end of this log is lost"
              : "the end of this log is lost: say so as the reason");
    }
    if (endLost) {
      signing.require();
      check.requireAuthentic(last);
    } else {
      requireExtensible(last);
    }
  }

  /// The same where nobody can sign for the old log any more, so that the new one alone says where
  /// the old one ended.
  public void requireFreezableWithoutKey(Head last) {
    if (!isKeyLost(last)) {
      throw new ProblemException(
          ProblemType.NOT_ALLOWED_NOW, "there is a key for this log: it is not lost");
    }
    signing.require();
    keyLosses.requireAccepted(last);
    if (losses.hasEnded(last)) {
      check.requireAuthentic(last);
    } else {
      requireGrownFromReleased(last);
    }
  }

  /// Whether no master secret yields the key of this log.
  public boolean isKeyLost(Head head) {
    return keyLosses.isLost(head);
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
    return losses.hasEnded(head) || isKeyLost(head);
  }

  /// The right edge of the tree, which hashes to the root that was signed.
  public Edge edge(Head head) {
    return check.edge(head);
  }

  /// Lets the head go as soon as the transaction of the caller has committed, and before anybody
  /// hears of the commit.
  public void releaseOnCommit(Head grown) {
    check.keepSigned(grown);
    onCommit.add(Anchor.of(grown), this::released);
  }

  /// Returns when the head, which was read as committed, may leave the process in any form: as a
  /// checkpoint, in a receipt, as the index of an entry.
  public void release(Head head) {
    signing.requireChecked();
    check.requireAuthentic(head);
    var anchor = Anchor.of(head);
    if (anchors.isRecorded(anchor)) {
      requireNotRolledBack(head);
      return;
    }
    signing.require();
    requireNotLost(head);
    requireNotRolledBack(head);
    // The very one that was found to be older: others go on releasing what is newer than the head.
    anchors
        .newest(head.origin())
        .filter(anchor::isNewerThan)
        .ifPresent(older -> extension.require(head, older));
    record(List.of(anchor));
  }

  /// Reads what other instances have released.
  private void catchUp() {
    try {
      anchors.catchUp();
    } catch (JournalDamagedException damaged) {
      throw alarms.journalDamaged(damaged);
    } catch (Anchors.ContradictionException contradiction) {
      throw alarms.contradicted(contradiction);
    } catch (ClosedByInterruptException stopping) {
      throw interrupted();
    } catch (IOException unreadable) {
      throw alarms.journalsUnreadable(unreadable);
    }
  }

  /// Who is interrupted cannot use a file, and that says nothing about the file.
  private static CancellationException interrupted() {
    return new CancellationException("interrupted at the journals: the process ends");
  }

  void record(Collection<Anchor> released) {
    try {
      anchors.record(released);
    } catch (Anchors.ContradictionException contradiction) {
      throw alarms.contradicted(contradiction);
    } catch (ClosedByInterruptException stopping) {
      throw interrupted();
    } catch (IOException unwritable) {
      throw alarms.journalsUnwritable(unwritable);
    }
  }

  private void released(Collection<Anchor> committed) {
    try {
      record(committed);
    } catch (SigningStoppedException | CancellationException notWrittenDown) {
      // The commit stands; its checkpoints stay in here.
    }
  }

  private void requireGrownFromReleased(Head held) {
    catchUp();
    if (held.size().value() > 0) {
      check.requireAuthentic(held);
    }
    // Held: nobody can have committed, and so released, anything newer than this head.
    extension.require(held);
  }

  /// Only what was released tells a key that was exchanged from one that is lost.
  private void requireKeyOfReleased(Head head) {
    if (head.size().value() > 0 && anchors.newest(head.origin()).isPresent()) {
      check.requireAuthentic(head);
    }
  }

  /// A log that another one was released after never grows again, whatever the database says now.
  private void requireNotSucceeded(Head head) {
    anchors
        .newest(losses.successorOf(head))
        .ifPresent(later -> {
          throw alarms.succeeded(head, later);
        });
  }

  private void requireNotEnded(Head head) {
    if (losses.hasEnded(head)) {
      throw LogEndedException.withoutEnd(head.titleId());
    }
  }

  private void requireNotLost(Head head) {
    if (losses.isLost(head)) {
      throw LogEndedException.withoutEnd(head.titleId());
    }
  }

  /// Before everything was compared, and after an alarm, there is nothing to tell.
  private void requireNotRolledBack(Head head) {
    if (signing.state() instanceof Signing.Open && !losses.isLost(head)) {
      extension.requireNotRolledBack(head);
    }
  }
}
