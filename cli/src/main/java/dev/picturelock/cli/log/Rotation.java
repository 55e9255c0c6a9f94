package dev.picturelock.cli.log;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.note.Note;
import dev.picturelock.tlog.note.NoteResult.Authentic;
import dev.picturelock.tlog.note.NoteResult.Rejected;
import dev.picturelock.tlog.note.VerifierKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// How a log begins where another one ended: its first entry carries a statement that both keys
/// signed, about the last tree of the old log and the key of the new one.
final class Rotation {

  private static final String TITLE = "picturelock log rotation v1\n";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Rotation() {}

  /// Why a log that begins with this entry does not follow the old one; nothing when it does.
  static Optional<String> problem(
      Checkpoint ended, VerifierKey oldKey, VerifierKey newKey, byte[] firstEntry) {
    try {
      var note = Note.parse(JSON.readTree(firstEntry).at("/data/statement").asText());
      var expected = TITLE + ended.head().text() + newKey.name() + "\n" + newKey.format() + "\n";
      if (!note.text().equals(expected)) {
        return Optional.of(
            "its first entry does not say that it follows the %s entries of '%s' that are here"
                .formatted(ended.size(), ended.origin()));
      }
      return switch (note.verify(List.of(oldKey, newKey))) {
        case Authentic by when by.isBy(oldKey) && by.isBy(newKey) -> Optional.empty();
        case Authentic _ -> Optional.of("not both keys signed that it follows the log before it");
        case Rejected rejected -> Optional.of(rejected.detail());
      };
    } catch (MalformedException | IOException e) {
      return Optional.of("its first entry is no statement of a rotation: " + e.getMessage());
    }
  }
}
