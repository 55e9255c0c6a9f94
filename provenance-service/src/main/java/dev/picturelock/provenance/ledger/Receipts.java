package dev.picturelock.provenance.ledger;

import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.StoredEntry;
import dev.picturelock.provenance.ledger.log.Tiles;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.receipt.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Makes receipts: the proof that an event is in the log, under the newest checkpoint that is
/// witnessed, or else the newest. Every receipt is verified before it leaves; what becomes of one
/// that does not hold is said in [BrokenProofs].
@ApplicationScoped
public class Receipts {
  private final Logs logs;
  private final Entries entries;
  private final Tiles tiles;
  private final LogKeys keys;
  private final Cosignatures cosignatures;
  private final Guard guard;
  private final BrokenProofs broken;

  Receipts(
      Logs logs,
      Entries entries,
      Tiles tiles,
      LogKeys keys,
      Cosignatures cosignatures,
      Guard guard,
      BrokenProofs broken) {
    this.logs = logs;
    this.entries = entries;
    this.tiles = tiles;
    this.keys = keys;
    this.cosignatures = cosignatures;
    this.guard = guard;
    this.broken = broken;
  }

  /// - **Errors:** [UnverifiableReceiptException]
  public Optional<Receipt> find(String titleId, UUID eventId) {
    return entries
        .find(titleId, eventId)
        .flatMap(entry ->
            logs.headOf(titleId, entry.position())
                .map(head -> prove(entry, head, cosignatures.covering(head.index(entry), head))));
  }

  /// The receipt under a certain checkpoint of the entry's log, which is large enough.
  ///
  /// - **Errors:** [UnverifiableReceiptException]
  public Receipt prove(StoredEntry entry, Head head, SignedCheckpoint checkpoint) {
    return under(head, checkpoint).prove(entry);
  }

  /// Receipts of any of the title's events, all those of one log under one checkpoint: the newest
  /// there is now.
  public TitleReceipts of(String titleId) {
    var written =
        logs.heads(titleId).stream()
            .filter(head -> head.size().value() > 0)
            .map(head -> under(head, cosignatures.covering(last(head), head)))
            .toList();
    return new TitleReceipts(titleId, written, entries);
  }

  private LogReceipts under(Head head, SignedCheckpoint checkpoint) {
    guard.release(head);
    return new LogReceipts(head, checkpoint, keys.verifierKey(head), tiles, broken);
  }

  private static LeafIndex last(Head head) {
    return new LeafIndex(head.size().value() - 1);
  }
}
