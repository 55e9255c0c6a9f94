package dev.picturelock.tlog.checkpoint;

import dev.picturelock.tlog.note.Note;
import dev.picturelock.tlog.note.NoteResult;
import dev.picturelock.tlog.note.NoteSigner;
import dev.picturelock.tlog.note.SignatureLine;
import dev.picturelock.tlog.note.VerifierKey;
import java.util.Collection;
import java.util.List;

/// A checkpoint and the signatures that claim to be on it.
public record SignedCheckpoint(Checkpoint checkpoint, Note note) {

  public SignedCheckpoint {
    if (!checkpoint.text().equals(note.text())) {
      throw new IllegalArgumentException("the note is not on this checkpoint");
    }
  }

  public static SignedCheckpoint parse(byte[] bytes) {
    return of(Note.parse(bytes));
  }

  public static SignedCheckpoint parse(String text) {
    return of(Note.parse(text));
  }

  /// Signs; the caller MUST have made sure that no inconsistent checkpoint was ever signed.
  public static SignedCheckpoint sign(Checkpoint checkpoint, NoteSigner... signers) {
    return new SignedCheckpoint(checkpoint, Note.sign(checkpoint.text(), List.of(signers)));
  }

  /// The same checkpoint with further signature lines, such as a witness answers with.
  public SignedCheckpoint with(Collection<SignatureLine> cosignatures) {
    return new SignedCheckpoint(checkpoint, note.with(cosignatures));
  }

  public NoteResult verify(Collection<VerifierKey> known) {
    return note.verify(known);
  }

  public String format() {
    return note.format();
  }

  public byte[] toBytes() {
    return note.toBytes();
  }

  private static SignedCheckpoint of(Note note) {
    return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
  }
}
