package dev.picturelock.tlog.witness;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.Note;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The request that asks a witness to cosign a checkpoint (c2sp.org/tlog-witness, add-checkpoint).
///
/// - **old:** the size of the checkpoint that the witness cosigned last, as far as the log knows
/// - **proof:** from that size to the checkpoint
public record AddCheckpoint(TreeSize old, ConsistencyProof proof, SignedCheckpoint checkpoint) {

  /// "The client MUST NOT send more than 63 consistency proof lines."
  public static final int MAX_PROOF_LINES = 63;

  private static final String OLD = "old ";

  public AddCheckpoint {
    if (proof.path().size() > MAX_PROOF_LINES) {
      throw new MalformedException(
          "consistency proof", proof.path().size() + " lines, at most 63 may be sent");
    }
  }

  public static AddCheckpoint parse(byte[] body) {
    if (body.length > Note.MAX_BYTES) {
      throw new MalformedException("request", body.length + " bytes, at most 1000000 can be");
    }
    String text = CanonicalText.utf8("request", body);
    int emptyLine = text.indexOf("\n\n");
    if (emptyLine < 0) {
      throw new MalformedException("request", "no empty line before the checkpoint");
    }
    List<String> lines = Arrays.asList(text.substring(0, emptyLine).split("\n", -1));
    if (!lines.getFirst().startsWith(OLD)) {
      throw new MalformedException("request", "the first line is not 'old <size>'");
    }
    String old = lines.getFirst().substring(OLD.length());
    return new AddCheckpoint(
        new TreeSize(CanonicalText.decimal("old size", old)),
        new ConsistencyProof(lines.stream().skip(1).map(Hash::ofBase64).toList()),
        SignedCheckpoint.parse(text.substring(emptyLine + 2)));
  }

  public String format() {
    var text = new StringBuilder(OLD).append(old).append('\n');
    proof.path().forEach(hash -> text.append(hash.toBase64()).append('\n'));
    return text.append('\n').append(checkpoint.format()).toString();
  }

  public byte[] toBytes() {
    return format().getBytes(StandardCharsets.UTF_8);
  }
}
