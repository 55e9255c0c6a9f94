package dev.picturelock.provenance.ledger.anchoring;

import dev.picturelock.provenance.ledger.BrokenProofs;
import dev.picturelock.provenance.ledger.Receipts;
import dev.picturelock.provenance.ledger.UnverifiableReceiptException;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.StoredEntry;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.anchor.Anchor;
import dev.picturelock.tlog.anchor.AnchorEntry;
import dev.picturelock.tlog.anchor.AnchorResult;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.receipt.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Makes anchors: the proof that the log of logs commits to a checkpoint of a title's log. Every
/// anchor is verified before it leaves; what becomes of one that does not hold is said in
/// [BrokenProofs].
@ApplicationScoped
public class AnchorProofs {
  private final Anchors anchors;
  private final Receipts receipts;
  private final Logs logs;
  private final Entries entries;
  private final LogKeys keys;
  private final BrokenProofs broken;

  AnchorProofs(
      Anchors anchors,
      Receipts receipts,
      Logs logs,
      Entries entries,
      LogKeys keys,
      BrokenProofs broken) {
    this.anchors = anchors;
    this.receipts = receipts;
    this.logs = logs;
    this.entries = entries;
    this.keys = keys;
    this.broken = broken;
  }

  /// - **Errors:** [UnverifiableReceiptException]
  /// - **from** the size from which on the first anchor is wanted; without it, the newest is
  public Optional<Anchor> find(Head log, OptionalLong from) {
    var anchored =
        from.isPresent()
            ? anchors.firstFrom(log.log(), from.getAsLong())
            : anchors.newest(log.log());
    return anchored.map(checkpoint -> prove(log, checkpoint));
  }

  /// The receipt of an event under the first anchored checkpoint that has it; the anchor of that
  /// checkpoint is [#find] from its size.
  ///
  /// - **Errors:** [UnverifiableReceiptException]
  public Optional<Receipt> receipt(String titleId, UUID eventId) {
    return entries
        .find(titleId, eventId)
        .flatMap(
            entry -> logs.headOf(titleId, entry.position()).flatMap(head -> receipt(entry, head)));
  }

  private Optional<Receipt> receipt(StoredEntry entry, Head head) {
    return anchors
        .firstFrom(head.log(), head.index(entry).value() + 1)
        .map(anchored -> receipts.prove(entry, head, checkpoint(head, anchored)));
  }

  private Anchor prove(Head log, Anchored anchored) {
    var checkpoint = checkpoint(log, anchored);
    var entry =
        entries
            .find(LogId.LOG_OF_LOGS, anchored.entryId())
            .orElseThrow(() -> broken(log, anchored, "its entry is missing"));
    var proof =
        receipts
            .find(LogId.LOG_OF_LOGS, anchored.entryId())
            .orElseThrow(() -> broken(log, anchored, "its entry is in no log"));
    try {
      var anchor = Anchor.of(proof, AnchorEntry.parse(entry.data()), checkpoint);
      var rules = Policy.ofLog(keys.verifierKey(logOfLogs(entry)));
      if (anchor.verify(keys.verifierKey(log), log.origin(), rules)
          instanceof AnchorResult.Refused(var step, var reason)) {
        throw broken(log, anchored, step + ": " + reason);
      }
      return anchor;
    } catch (MalformedException unreadable) {
      throw broken(log, anchored, unreadable.reason());
    }
  }

  /// Of the log that the receipt of the entry was found in.
  private Head logOfLogs(StoredEntry entry) {
    return logs.headOf(LogId.LOG_OF_LOGS, entry.position()).orElseThrow();
  }

  private SignedCheckpoint checkpoint(Head log, Anchored anchored) {
    try {
      var signed = SignedCheckpoint.parse(anchored.checkpoint());
      if (!signed.checkpoint().size().equals(anchored.size())) {
        throw broken(log, anchored, "its checkpoint is of size " + signed.checkpoint().size());
      }
      return signed;
    } catch (MalformedException unreadable) {
      throw broken(log, anchored, unreadable.reason());
    }
  }

  private UnverifiableReceiptException broken(Head log, Anchored anchored, String reason) {
    return broken.ofAnchor(log, anchored.size().value(), reason);
  }
}
