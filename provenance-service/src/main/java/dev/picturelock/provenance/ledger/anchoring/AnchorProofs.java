package dev.picturelock.provenance.ledger.anchoring;

import dev.picturelock.provenance.ledger.Head;
import dev.picturelock.provenance.ledger.LogId;
import dev.picturelock.provenance.ledger.LogKeys;
import dev.picturelock.provenance.ledger.Logs;
import dev.picturelock.provenance.ledger.Receipts;
import dev.picturelock.provenance.ledger.StoredEntry;
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
/// anchor is verified before it leaves.
@ApplicationScoped
public class AnchorProofs {
  private final Anchors anchors;
  private final Receipts receipts;
  private final Logs logs;
  private final LogKeys keys;

  AnchorProofs(Anchors anchors, Receipts receipts, Logs logs, LogKeys keys) {
    this.anchors = anchors;
    this.receipts = receipts;
    this.logs = logs;
    this.keys = keys;
  }

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
  public Optional<Receipt> receipt(String titleId, UUID eventId) {
    return logs.findEntry(titleId, eventId)
        .flatMap(
            entry -> logs.headOf(titleId, entry.position()).flatMap(head -> receipt(entry, head)));
  }

  private Optional<Receipt> receipt(StoredEntry entry, Head head) {
    return anchors
        .firstFrom(head.log(), head.index(entry).value() + 1)
        .map(
            anchored -> receipts.prove(entry, head, SignedCheckpoint.parse(anchored.checkpoint())));
  }

  private Anchor prove(Head log, Anchored anchored) {
    var entry = logs.findEntry(LogId.LOG_OF_LOGS, anchored.entryId()).orElseThrow();
    Receipt proof = receipts.find(LogId.LOG_OF_LOGS, anchored.entryId()).orElseThrow();
    var anchor =
        Anchor.of(
            proof, AnchorEntry.parse(entry.data()), SignedCheckpoint.parse(anchored.checkpoint()));
    var logOfLogs =
        logs.headOf(LogId.LOG_OF_LOGS, entry.position()).map(keys::verifierKey).orElseThrow();
    var result = anchor.verify(keys.verifierKey(log), log.origin(), Policy.ofLog(logOfLogs));
    if (!(result instanceof AnchorResult.Verified)) {
      throw new IllegalStateException(
          "the anchor of log %s at size %s does not verify: %s"
              .formatted(log.log(), anchored.size(), result));
    }
    return anchor;
  }
}
