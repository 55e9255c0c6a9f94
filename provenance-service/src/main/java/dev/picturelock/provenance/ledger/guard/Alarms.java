package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.contracts.event.Topic;
import dev.picturelock.provenance.ledger.guard.Alarm.Kind;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;

/// Everything that can be wrong, in the words of an [Alarm]. Each of these shuts the gate and
/// answers what to throw, for whoever cannot go on.
@ApplicationScoped
public class Alarms {
  private static final String JOURNALS = "the journals";

  private final Signing signing;

  Alarms(Signing signing) {
    this.signing = signing;
  }

  /// Somebody has found damage on the way.
  public SigningStoppedException damaged(Head head, String where, String detail) {
    return signing.stop(Kind.DAMAGED, place(head) + ": " + where, detail);
  }

  SigningStoppedException damagedHead(Head head, String detail) {
    return damaged(head, stored(head), detail);
  }

  /// A row has not the form of a head.
  SigningStoppedException shapeless(RuntimeException head) {
    return signing.stop(Kind.DAMAGED, "log_state or log_frozen", head.toString());
  }

  /// A record in the outbox claims to be a checkpoint of ours.
  SigningStoppedException unsigned(String record) {
    return signing.stop(
        Kind.DAMAGED, "outbox, a record for the topic " + Topic.CHECKPOINT.topicName(), record);
  }

  SigningStoppedException found(Finding finding) {
    return signing.stop(finding.kind(), finding.place(), finding.detail());
  }

  SigningStoppedException unprotected(List<String> missing) {
    return signing.stop(Kind.UNPROTECTED, "the tables of the ledger", String.join("; ", missing));
  }

  SigningStoppedException rolledBack(String where, String detail) {
    return signing.stop(Kind.ROLLED_BACK, where, detail);
  }

  SigningStoppedException rolledBack(Head head, Anchor released) {
    return rolledBack(place(head) + ": " + stored(head), shorter(head, released));
  }

  /// The title went on in a later log, which the database has lost.
  SigningStoppedException succeeded(Head head, Anchor later) {
    return rolledBack(
        "log " + later.origin(),
        "size %s with root %s was released, the database has no such log and would go on in %s"
            .formatted(later.size(), later.root(), place(head)));
  }

  SigningStoppedException forked(Head head, String detail) {
    return signing.stop(Kind.FORKED, place(head) + ": " + stored(head), detail);
  }

  SigningStoppedException keyLost(String where, String detail) {
    return signing.stop(Kind.KEY_LOST, where, detail);
  }

  /// Two released checkpoints cannot both be true.
  SigningStoppedException contradicted(Anchors.ContradictionException contradiction) {
    return signing.stop(
        Kind.FORKED, "log " + contradiction.origin(), String.valueOf(contradiction.getMessage()));
  }

  SigningStoppedException journalDamaged(JournalDamagedException damaged) {
    return signing.stop(
        Kind.ANCHORS_DAMAGED, damaged.where(), String.valueOf(damaged.getMessage()));
  }

  SigningStoppedException journalsUnreadable(Exception reason) {
    return signing.stop(Kind.ANCHORS_DAMAGED, JOURNALS, reason.toString());
  }

  /// What is kept of an earlier alarm may be the word of a witness.
  SigningStoppedException alarmUnreadable(IOException reason) {
    return signing.stop(
        Kind.ANCHORS_DAMAGED, "the file alarm", String.valueOf(reason.getMessage()));
  }

  SigningStoppedException journalsUnwritable(Exception reason) {
    return signing.stop(Kind.ANCHORS_UNWRITABLE, JOURNALS, reason.toString());
  }

  /// Nothing outside the database knows any of its logs.
  SigningStoppedException nothingRemembered(int logs) {
    return signing.stop(
        Kind.ANCHORS_LOST,
        "the folder of journals and the checkpoint topic",
        "both are empty, and the database has " + logs + " logs");
  }

  /// A witness has seen more of the log than there is: of all who know what was released it is the
  /// one whose word others will take.
  public void witnessAhead(LogId log, String witness, String detail) {
    witness(Kind.WITNESS_AHEAD, log, witness, detail);
  }

  /// A witness has seen another past of the log.
  public void witnessContradicts(LogId log, String witness, String detail) {
    witness(Kind.WITNESS_CONTRADICTS, log, witness, detail);
  }

  private void witness(Kind kind, LogId log, String witness, String detail) {
    var _ = signing.stop(kind, "log " + log, "witness " + witness + ": " + detail);
  }

  /// How an alarm names a log.
  static String place(Head head) {
    return "title %s, log %d (%s)"
        .formatted(head.titleId(), head.log().generation(), head.origin());
  }

  /// How an alarm names the row of a head.
  static String stored(Head head) {
    return "log_state size " + head.size();
  }

  static String shorter(Head head, Anchor released) {
    return "size %s with root %s was released, the database has size %s with root %s"
        .formatted(released.size(), released.root(), head.size(), head.root());
  }
}
