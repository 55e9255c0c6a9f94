package dev.picturelock.tlog.witness;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.Note;
import dev.picturelock.tlog.note.SignatureLine;
import java.util.Arrays;
import java.util.List;

/// What a witness may answer to [AddCheckpoint], by its status code (c2sp.org/tlog-witness).
public sealed interface WitnessAnswer {

  /// Media type of the body of a 409.
  String SIZE_TYPE = "text/x.tlog.size";

  /// No answer can be longer.
  int MAX_BYTES = Note.MAX_BYTES;

  /// 200: it has stored the checkpoint and cosigned it. Nothing of this is checked yet.
  record Signed(List<SignatureLine> lines) implements WitnessAnswer {
    public Signed {
      lines = List.copyOf(lines);
    }
  }

  /// 409: the checkpoint that it cosigned last has another size than the request said.
  record Conflict(TreeSize latest) implements WitnessAnswer {}

  /// It will not cosign this, however often it is asked.
  record Refused(Refusal refusal) implements WitnessAnswer {}

  /// A status that the protocol does not have, such as 429 or 503.
  record Other(int status) implements WitnessAnswer {}

  /// Why a witness refuses.
  enum Refusal {
    /// The request is malformed, or its old size is larger than the checkpoint.
    BAD_REQUEST(400),
    /// No key that it trusts for the origin signed, or a signature by such a key is bad.
    FORBIDDEN(403),
    /// It does not know the origin.
    UNKNOWN_ORIGIN(404),
    /// The proof does not hold: for the witness, this log has forked.
    INCONSISTENT(422);

    private final int status;

    Refusal(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  /// Understands an answer; [MalformedException] when its body is not what its status asks for.
  static WitnessAnswer parse(HttpAnswer answer) {
    return switch (answer.status()) {
      case 200 -> new Signed(signatureLines(answer.body().toBytes()));
      case 409 -> new Conflict(size(answer));
      default ->
          Arrays.stream(Refusal.values())
              .filter(refusal -> refusal.status() == answer.status())
              .findFirst()
              .<WitnessAnswer>map(Refused::new)
              .orElseGet(() -> new Other(answer.status()));
    };
  }

  /// "a sequence of one or more note signature lines […] ending with a newline character"
  private static List<SignatureLine> signatureLines(byte[] body) {
    String text = text(body);
    String[] lines = text.substring(0, text.length() - 1).split("\n", Note.MAX_SIGNATURES + 1);
    if (lines.length > Note.MAX_SIGNATURES) {
      throw new MalformedException("witness answer", "more than 100 lines");
    }
    return Arrays.stream(lines).map(SignatureLine::parse).toList();
  }

  /// "the tree size of the latest cosigned checkpoint in decimal, followed by a newline"
  private static TreeSize size(HttpAnswer answer) {
    // "The response MUST have a Content-Type of text/x.tlog.size."
    // Types are compared without regard to case or parameters (RFC 9110 section 8.3.1).
    String type = answer.contentType().split(";", 2)[0].strip();
    if (!type.equalsIgnoreCase(SIZE_TYPE)) {
      throw new MalformedException(
          "witness answer",
          "want a 409 of type %s, got %s"
              .formatted(SIZE_TYPE, CanonicalText.quote(answer.contentType())));
    }
    String text = text(answer.body().toBytes());
    return new TreeSize(
        CanonicalText.decimal("witness answer", text.substring(0, text.length() - 1)));
  }

  private static String text(byte[] body) {
    if (body.length > MAX_BYTES) {
      throw new MalformedException("witness answer", "more than 1000000 bytes");
    }
    String text = CanonicalText.utf8("witness answer", body);
    if (!text.endsWith("\n")) {
      throw new MalformedException("witness answer", "does not end with a line end");
    }
    return text;
  }
}
