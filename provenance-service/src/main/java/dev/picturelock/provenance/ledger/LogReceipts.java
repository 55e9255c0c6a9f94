package dev.picturelock.provenance.ledger;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.MissingTileException;
import dev.picturelock.provenance.ledger.log.StoredEntry;
import dev.picturelock.provenance.ledger.log.Tiles;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.InclusionProof;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import dev.picturelock.tlog.tile.TileSubtrees;
import java.util.ArrayList;
import java.util.List;

/// Receipts of the events of one log, all under the same checkpoint.
public final class LogReceipts {
  private final Head head;
  private final VerifierKey key;
  private final SignedCheckpoint checkpoint;
  private final Tiles tiles;
  private final BrokenProofs broken;

  LogReceipts(
      Head head, SignedCheckpoint checkpoint, VerifierKey key, Tiles tiles, BrokenProofs broken) {
    this.head = head;
    this.key = key;
    this.checkpoint = checkpoint;
    this.tiles = tiles;
    this.broken = broken;
  }

  public Head head() {
    return head;
  }

  /// What all receipts are under: the head's own checkpoint or an earlier one.
  public SignedCheckpoint checkpoint() {
    return checkpoint;
  }

  public VerifierKey key() {
    return key;
  }

  /// - **Errors:** [UnverifiableReceiptException]
  public Receipt prove(StoredEntry entry) {
    return prove(List.of(entry)).getFirst();
  }

  /// Receipts of entries of this log, in their order. Their tiles are read at once, so it SHOULD be
  /// asked for some dozens of neighbours and not for thousands.
  ///
  /// - **Errors:** [UnverifiableReceiptException]
  public List<Receipt> prove(List<StoredEntry> entries) {
    var indexes = entries.stream().map(head::index).toList();
    var read = tiles.reader(head.log(), ProofTiles.of(indexes, size()));
    var subtrees = new TileSubtrees(size(), read);
    var receipts = new ArrayList<Receipt>(entries.size());
    for (var entry : entries) {
      receipts.add(prove(entry, subtrees));
    }
    return receipts;
  }

  private Receipt prove(StoredEntry entry, TileSubtrees subtrees) {
    try {
      var index = head.index(entry);
      var proof = InclusionProof.of(index, size(), subtrees);
      var receipt = new Receipt(index, proof, checkpoint);
      var result = receipt.verify(Hash.leaf(entry.data()), head.origin(), key, List.of());
      if (result instanceof ReceiptResult.Refused(var step, var reason)) {
        throw broken.ofEntry(head, entry.position(), step + ": " + reason);
      }
      return receipt;
    } catch (MalformedException | MissingTileException e) {
      throw broken.ofEntry(head, entry.position(), String.valueOf(e.getMessage()));
    }
  }

  /// To be thrown where the row of an entry of this log is not there.
  UnverifiableReceiptException missing(long position) {
    return broken.ofEntry(head, position, "the entry is missing");
  }

  private TreeSize size() {
    return checkpoint.checkpoint().size();
  }
}
