package dev.picturelock.tlog.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.anchor.AnchorResult.Refused;
import dev.picturelock.tlog.anchor.AnchorResult.Verified;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.note.NoteResult.Authentic;
import dev.picturelock.tlog.note.NoteResult.Rejected;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import java.util.Base64;
import java.util.List;

/// The offline proof that the log of logs commits to a log's checkpoint.
///
/// - **Shape:** a tlog-proof of the entry whose `extra` line is the base64 of
///   `{"checkpoint":"<base64 of the note>","entry":<the entry>,"v":1}`, canonical JSON
/// - **checkpoint:** as it was when it was anchored
public record Anchor(Receipt proof, AnchorEntry entry, SignedCheckpoint checkpoint) {

  private static final String CHECKPOINT = "{\"checkpoint\":\"";
  private static final String ENTRY = "\",\"entry\":";
  private static final String TAIL = ",\"v\":1}";

  public Anchor {
    String extra = extra(entry, checkpoint);
    if (!proof.extra().equals(extra)) {
      throw new MalformedException("extra", "not in its canonical form");
    }
  }

  /// Makes an anchor of the receipt of the entry, which says nothing else yet.
  public static Anchor of(Receipt entryReceipt, AnchorEntry entry, SignedCheckpoint checkpoint) {
    var proof =
        new Receipt(
            entryReceipt.index(),
            entryReceipt.proof(),
            entryReceipt.checkpoint(),
            extra(entry, checkpoint));
    return new Anchor(proof, entry, checkpoint);
  }

  public static Anchor parse(byte[] anchor) {
    var proof = Receipt.parse(anchor);
    String extra = CanonicalText.utf8("extra", CanonicalText.base64("extra", proof.extra()));
    int entry = extra.indexOf(ENTRY);
    if (!extra.startsWith(CHECKPOINT) || entry < CHECKPOINT.length() || !extra.endsWith(TAIL)) {
      throw new MalformedException("extra", "no checkpoint and entry of a log of logs");
    }
    int from = entry + ENTRY.length();
    int to = Math.max(from, extra.length() - TAIL.length());
    byte[] note = CanonicalText.base64("extra", extra.substring(CHECKPOINT.length(), entry));
    return new Anchor(
        proof,
        AnchorEntry.parse(extra.substring(from, to).getBytes(UTF_8)),
        SignedCheckpoint.parse(note));
  }

  /// Reads an anchor and checks it.
  public static AnchorResult check(
      byte[] anchor, VerifierKey log, String origin, Policy logOfLogs) {
    try {
      return parse(anchor).verify(log, origin, logOfLogs);
    } catch (MalformedException e) {
      return new Refused(AnchorStep.FORMAT, e.reason());
    }
  }

  /// Checks that the log of logs commits to a checkpoint of this log.
  ///
  /// - **log, origin:** whose checkpoint was anchored
  /// - **logOfLogs:** whom to believe about the log of logs
  public AnchorResult verify(VerifierKey log, String origin, Policy logOfLogs) {
    return switch (proof.verify(Hash.leaf(entry.toBytes()), logOfLogs)) {
      case ReceiptResult.Refused refused ->
          new Refused(AnchorStep.LOG_OF_LOGS, refused.step() + ": " + refused.reason());
      case ReceiptResult.Verified verified -> verifyCheckpoint(log, origin, verified);
    };
  }

  public String format() {
    return proof.format();
  }

  public byte[] toBytes() {
    return proof.toBytes();
  }

  private AnchorResult verifyCheckpoint(
      VerifierKey log, String origin, ReceiptResult.Verified verified) {
    var anchored = checkpoint.checkpoint();
    if (!anchored.origin().equals(origin)) {
      return new Refused(
          AnchorStep.CHECKPOINT,
          "the anchored checkpoint is of '%s', not of '%s'".formatted(anchored.origin(), origin));
    }
    return switch (checkpoint.verify(List.of(log))) {
      case Rejected(_, String detail) -> new Refused(AnchorStep.CHECKPOINT, detail);
      case Authentic _ -> verifyEntry(log, verified);
    };
  }

  private AnchorResult verifyEntry(VerifierKey log, ReceiptResult.Verified verified) {
    var said = entry.of(Label.of(log, entry.time()));
    var anchored = checkpoint.checkpoint();
    if (said.isEmpty()) {
      return new Refused(AnchorStep.LABEL, "the entry says nothing about " + log);
    }
    if (!said.get().equals(Commitment.of(anchored))) {
      return new Refused(
          AnchorStep.COMMITMENT,
          "the entry commits to another checkpoint of this log than the one of size "
              + anchored.size());
    }
    return new Verified(entry, anchored, verified);
  }

  private static String extra(AnchorEntry entry, SignedCheckpoint checkpoint) {
    String json =
        CHECKPOINT
            + Base64.getEncoder().encodeToString(checkpoint.toBytes())
            + ENTRY
            + entry.format()
            + TAIL;
    return Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
  }
}
