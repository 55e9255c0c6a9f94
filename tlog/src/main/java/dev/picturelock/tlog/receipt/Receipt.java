package dev.picturelock.tlog.receipt;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.InclusionProof;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.ProofResult.Disproven;
import dev.picturelock.tlog.merkle.ProofResult.Proven;
import dev.picturelock.tlog.note.Endorsement;
import dev.picturelock.tlog.note.Note;
import dev.picturelock.tlog.note.NoteResult.Authentic;
import dev.picturelock.tlog.note.NoteResult.Rejected;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.policy.PolicyResult;
import dev.picturelock.tlog.policy.PolicyResult.Satisfied;
import dev.picturelock.tlog.policy.PolicyResult.Unsatisfied;
import dev.picturelock.tlog.receipt.ReceiptResult.Refused;
import dev.picturelock.tlog.receipt.ReceiptResult.Verified;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Everything but the entry and the keys that is needed to check, offline, that an entry is in a
/// log (c2sp.org/tlog-proof, extension `.tlog-proof`).
///
/// - **extra:** canonical base64 of further data, empty when there is none; nobody has signed it
public record Receipt(
    LeafIndex index, InclusionProof proof, SignedCheckpoint checkpoint, String extra) {

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  public Receipt {
    CanonicalText.base64("extra", extra);
  }

  public Receipt(LeafIndex index, InclusionProof proof, SignedCheckpoint checkpoint) {
    this(index, proof, checkpoint, "");
  }

  public static Receipt parse(byte[] receipt) {
    if (receipt.length > Note.MAX_BYTES) {
      throw new MalformedException("receipt", receipt.length + " bytes, at most 1000000 can be");
    }
    String text = CanonicalText.utf8("receipt", receipt);
    int emptyLine = text.indexOf("\n\n");
    if (emptyLine < 0) {
      throw new MalformedException("receipt", "no empty line before the checkpoint");
    }
    var lines = new ArrayList<>(List.of(text.substring(0, emptyLine).split("\n", -1)));
    if (!lines.removeFirst().equals(HEADER)) {
      throw new MalformedException("receipt", "the first line is not " + HEADER);
    }
    String extra = "";
    if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
      extra = lines.removeFirst().substring(EXTRA.length());
      if (extra.isEmpty()) {
        throw new MalformedException("extra", "empty");
      }
    }
    if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
      throw new MalformedException("receipt", "no index line");
    }
    String index = lines.removeFirst().substring(INDEX.length());
    return new Receipt(
        new LeafIndex(CanonicalText.decimal("leaf index", index)),
        new InclusionProof(lines.stream().map(Hash::ofBase64).toList()),
        SignedCheckpoint.parse(text.substring(emptyLine + 2)),
        extra);
  }

  /// Reads a receipt and checks it against the exact bytes of the entry and the log's key, whose
  /// name is the origin.
  public static ReceiptResult check(byte[] receipt, byte[] entry, VerifierKey logKey) {
    try {
      return parse(receipt).verify(Hash.leaf(entry), logKey.name(), logKey, List.of());
    } catch (MalformedException e) {
      return new Refused(ReceiptStep.FORMAT, e.reason());
    }
  }

  /// Reads a receipt and checks it against the exact bytes of the entry and a policy.
  public static ReceiptResult check(byte[] receipt, byte[] entry, Policy policy) {
    try {
      return parse(receipt).verify(Hash.leaf(entry), policy);
    } catch (MalformedException e) {
      return new Refused(ReceiptStep.FORMAT, e.reason());
    }
  }

  /// Checks a leaf against this receipt by the steps of c2sp.org/tlog-proof, "Verifying a tlog
  /// proof". Step 1, the leaf hash, is the caller's.
  public ReceiptResult verify(Hash leaf, Policy policy) {
    return switch (policy.evaluate(checkpoint)) {
      // 2. the origin is acceptable and the log signed; 3. the cosignatures hold and are enough
      case Unsatisfied unsatisfied -> new Refused(step(unsatisfied.step()), unsatisfied.reason());
      // 4. the inclusion proof binds the leaf to the signed root
      case Satisfied satisfied -> verifyInclusion(leaf, satisfied.endorsements());
    };
  }

  /// Checks a leaf against this receipt without asking for any cosignature.
  ///
  /// Witnesses whose line is there must have signed rightly; whether enough of them did is for the
  /// caller to say, from the endorsements of the result.
  public ReceiptResult verify(
      Hash leaf, String origin, VerifierKey logKey, List<VerifierKey> witnesses) {
    var tree = checkpoint.checkpoint();
    if (!tree.origin().equals(origin)) {
      return new Refused(
          ReceiptStep.ORIGIN,
          "the receipt is of '%s', not of '%s'".formatted(tree.origin(), origin));
    }
    var known = new ArrayList<VerifierKey>();
    known.add(logKey);
    known.addAll(witnesses);
    return switch (checkpoint.verify(known)) {
      case Rejected(_, String detail) -> new Refused(ReceiptStep.SIGNATURE, detail);
      case Authentic authentic when !authentic.isBy(logKey) ->
          new Refused(ReceiptStep.SIGNATURE, "not signed by the log key " + logKey);
      case Authentic authentic -> verifyInclusion(leaf, authentic.endorsements());
    };
  }

  public String format() {
    var text = new StringBuilder(HEADER).append('\n');
    if (!extra.isEmpty()) {
      text.append(EXTRA).append(extra).append('\n');
    }
    text.append(INDEX).append(index).append('\n');
    proof.path().forEach(hash -> text.append(hash.toBase64()).append('\n'));
    return text.append('\n').append(checkpoint.format()).toString();
  }

  public byte[] toBytes() {
    return format().getBytes(StandardCharsets.UTF_8);
  }

  private ReceiptResult verifyInclusion(Hash leaf, List<Endorsement> endorsements) {
    var tree = checkpoint.checkpoint();
    return switch (proof.verify(leaf, index, tree.size(), tree.root())) {
      case Proven() -> new Verified(index, tree, endorsements);
      case Disproven disproven -> new Refused(ReceiptStep.INCLUSION, disproven.toString());
    };
  }

  private static ReceiptStep step(PolicyResult.Step step) {
    return switch (step) {
      case ORIGIN -> ReceiptStep.ORIGIN;
      case SIGNATURE -> ReceiptStep.SIGNATURE;
      case QUORUM -> ReceiptStep.QUORUM;
    };
  }
}
