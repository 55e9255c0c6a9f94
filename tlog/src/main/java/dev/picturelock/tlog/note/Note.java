package dev.picturelock.tlog.note;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.note.NoteResult.Authentic;
import dev.picturelock.tlog.note.NoteResult.Reason;
import dev.picturelock.tlog.note.NoteResult.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// A text and the signatures that claim to be on it (c2sp.org/signed-note).
///
/// A note that was only parsed has proven nothing: see [#verify(Collection)].
public record Note(String text, List<SignatureLine> signatures) {

  /// "Verifiers SHOULD apply a maximum limit", "MUST accept at least up to 16 signatures": sixteen
  /// of ML-DSA-44 are 52,000 bytes.
  public static final int MAX_BYTES = 1_000_000;

  public static final int MAX_SIGNATURES = 100;

  public Note {
    signatures = List.copyOf(signatures);
    checkText(text);
    if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw new MalformedException(
          "note", "want 1 to 100 signature lines, got " + signatures.size());
    }
  }

  public static Note parse(byte[] note) {
    // Before decoding, so that nobody makes us copy more than we would read.
    checkLength(note.length);
    return parse(CanonicalText.utf8("note", note));
  }

  public static Note parse(String note) {
    checkLength(note.length());
    int emptyLine = note.lastIndexOf("\n\n");
    if (emptyLine < 0) {
      throw new MalformedException("note", "no empty line between text and signatures");
    }
    String lines = note.substring(emptyLine + 2);
    if (!lines.endsWith("\n")) {
      throw new MalformedException("note", "does not end with a complete signature line");
    }
    var signatures =
        Arrays.stream(lines.substring(0, lines.length() - 1).split("\n", MAX_SIGNATURES + 1))
            .map(SignatureLine::parse)
            .toList();
    return new Note(note.substring(0, emptyLine + 1), signatures);
  }

  /// The text signed by each of the signers, in their order.
  public static Note sign(String text, List<? extends NoteSigner> signers) {
    checkText(text);
    return new Note(text, signers.stream().map(signer -> signer.sign(text)).toList());
  }

  /// The same note with further signature lines at its end.
  public Note with(Collection<SignatureLine> more) {
    var all = new ArrayList<>(signatures);
    all.addAll(more);
    return new Note(text, all);
  }

  /// The same text with these signature lines instead.
  public Note withOnly(Collection<SignatureLine> lines) {
    return new Note(text, List.copyOf(lines));
  }

  /// Checks every line that names one of the keys; lines of other keys are ignored.
  ///
  /// One bad signature by a known key rejects the whole note, however many others hold.
  public NoteResult verify(Collection<VerifierKey> known) {
    var endorsements = new ArrayList<Endorsement>();
    for (var line : signatures) {
      for (var key : known) {
        if (key.claims(line)) {
          var endorsement = SignatureCheck.check(text, line, key);
          if (endorsement.isEmpty()) {
            return new Rejected(
                Reason.BAD_SIGNATURE, "the signature of " + key.name() + " does not hold");
          }
          endorsements.add(endorsement.get());
        }
      }
    }
    if (endorsements.isEmpty()) {
      return new Rejected(
          Reason.NO_KNOWN_SIGNATURE,
          signatures.stream()
              .map(line -> line.name() + "+" + line.keyId())
              .collect(Collectors.joining(", ", "signed only by unknown keys: ", "")));
    }
    return new Authentic(endorsements);
  }

  /// The whole note; what was parsed comes out as the same characters.
  public String format() {
    return signatures.stream()
        .map(SignatureLine::format)
        .collect(Collectors.joining("", text + "\n", ""));
  }

  public byte[] toBytes() {
    return format().getBytes(StandardCharsets.UTF_8);
  }

  private static void checkLength(int length) {
    if (length > MAX_BYTES) {
      throw new MalformedException("note", length + " bytes, at most 1000000 can be");
    }
  }

  private static void checkText(String text) {
    if (!text.endsWith("\n")) {
      throw new MalformedException("note", "the text does not end with a line end");
    }
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new MalformedException("note", "control character in the text");
    }
    if (!CanonicalText.isUnicode(text)) {
      throw new MalformedException("note", "the text is not Unicode");
    }
  }
}
