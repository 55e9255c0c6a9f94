package dev.picturelock.provenance.ledger;

import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.InclusionProof;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import dev.picturelock.tlog.tile.TileSubtrees;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Makes receipts: the proof that an event is in the log, under the log's newest checkpoint. Every
/// receipt is verified before it leaves.
@ApplicationScoped
public class Receipts {
  private final Logs logs;
  private final LogKeys keys;
  private final Guard guard;

  Receipts(Logs logs, LogKeys keys, Guard guard) {
    this.logs = logs;
    this.keys = keys;
    this.guard = guard;
  }

  public Optional<Receipt> find(String titleId, UUID eventId) {
    return logs.findEntry(titleId, eventId)
        .flatMap(entry -> logs.headOf(titleId, entry.position()).map(head -> prove(entry, head)));
  }

  private Receipt prove(StoredEntry entry, Head head) {
    guard.release(head);
    TreeSize size = head.size();
    var index = new LeafIndex(entry.position() - head.first());
    var proof = InclusionProof.of(index, size, new TileSubtrees(size, logs.tiles(head.log())));
    var receipt = new Receipt(index, proof, SignedCheckpoint.parse(head.checkpoint()));
    var result =
        receipt.verify(Hash.leaf(entry.data()), head.origin(), keys.verifierKey(head), List.of());
    if (!(result instanceof ReceiptResult.Verified)) {
      throw guard.damaged(
          head,
          "log_entry idx " + entry.position(),
          "the receipt of event " + entry.eventId() + " does not verify: " + result);
    }
    return receipt;
  }
}
