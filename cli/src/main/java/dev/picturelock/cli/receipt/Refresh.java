package dev.picturelock.cli.receipt;

import dev.picturelock.cli.receipt.Refreshed.Ended;
import dev.picturelock.cli.receipt.Refreshed.Forked;
import dev.picturelock.cli.receipt.Refreshed.Newer;
import dev.picturelock.cli.receipt.Refreshed.NotCarriedOn;
import dev.picturelock.cli.receipt.Refreshed.NotVerified;
import dev.picturelock.cli.receipt.Refreshed.Unproven;
import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.cli.verify.EventId;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.Merkle;
import dev.picturelock.tlog.merkle.ProofResult.Disproven;
import dev.picturelock.tlog.merkle.ProofResult.Proven;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult.Refused;
import dev.picturelock.tlog.receipt.ReceiptResult.Verified;
import dev.picturelock.tlog.receipt.ReceiptStep;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TileSubtrees;
import java.util.Locale;

/// Brings a receipt up to date with the ledger it came from, and finds out whether that ledger has
/// changed its past since.
final class Refresh {

  private static final String OLD = "old receipt";
  private static final String NEW = "new receipt";

  private final Ledger ledger;
  private final VerifierKey key;

  Refresh(Ledger ledger, VerifierKey key) {
    this.ledger = ledger;
    this.key = key;
  }

  /// - **Errors:** [UnusableInputException] when the event states no id
  Refreshed of(byte[] oldReceipt, byte[] event) {
    // 1. What we have must hold before anything is asked about it.
    return switch (Receipt.check(oldReceipt, event, key)) {
      case Refused refused -> notVerified(OLD, refused);
      case Verified(_, var before, _) -> since(before, event);
    };
  }

  private Refreshed since(Checkpoint before, byte[] event) {
    var id =
        EventId.of(event)
            .orElseThrow(() -> new UnusableInputException("the event states no id to ask for"));
    var answered = ledger.receipt(id);
    if (answered.isEmpty()) {
      // It signed that it has it.
      return new NotVerified(
          NEW, "receipt", "the ledger says that it has no event " + id + ", which it once proved");
    }
    byte[] receipt = answered.get();
    // 2. What we got must hold, for the same event under the same key.
    return switch (Receipt.check(receipt, event, key)) {
      case Refused refused -> notVerified(NEW, refused);
      case Verified(_, var now, _) -> {
        var compared = compare(before, now, receipt);
        yield compared instanceof Newer newer ? carriedOn(newer) : compared;
      }
    };
  }

  /// 4. Where the log has ended, the next one must go on from its very end.
  private Refreshed carriedOn(Newer newer) {
    try {
      var successor = ledger.successor();
      if (successor.isEmpty()) {
        return newer;
      }
      var next = successor.get();
      var end = next.end(key);
      var grown = compare(newer.now(), end, newer.receipt());
      return grown instanceof Newer
          ? new Ended(newer, end, next.key(), next.follows(end, key))
          : new NotCarriedOn(
              newer.before(), newer.now(), "its last checkpoint does not extend the new receipt's");
    } catch (MalformedException e) {
      return new NotCarriedOn(newer.before(), newer.now(), e.reason());
    }
  }

  /// 3. One tree must extend the other.
  private Refreshed compare(Checkpoint before, Checkpoint now, byte[] receipt) {
    if (now.size().compareTo(before.size()) < 0) {
      return new Forked(receipt, before, now, "the ledger has shrunk");
    }
    try {
      var subtrees = new TileSubtrees(now.size(), this::tile);
      // The tiles are hearsay until they lead to the signed root.
      if (!Merkle.root(now.size(), subtrees).equals(now.root())) {
        return new Unproven(before, now, "its tiles do not lead to the root that it signed");
      }
      var proof = ConsistencyProof.of(before.size(), now.size(), subtrees);
      return switch (proof.verify(before.size(), before.root(), now.size(), now.root())) {
        case Proven() -> new Newer(receipt, before, now, proof.path().size());
        case Disproven disproven -> new Forked(receipt, before, now, disproven.toString());
      };
    } catch (MissingTileException | MalformedException e) {
      return new Unproven(before, now, String.valueOf(e.getMessage()));
    }
  }

  private byte[] tile(HashTile tile) {
    return ledger.hashes(tile).orElseThrow(() -> new MissingTileException(tile));
  }

  private static NotVerified notVerified(String which, Refused refused) {
    var step = refused.step() == ReceiptStep.FORMAT ? "receipt" : refused.step().name();
    return new NotVerified(which, step.toLowerCase(Locale.ROOT), refused.reason());
  }

  private static final class MissingTileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MissingTileException(HashTile tile) {
      super("the ledger does not give " + tile.path());
    }
  }
}
