package dev.picturelock.cli.rotation;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
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
/// signed, about the last tree of the old log and the key of the new one. Where nobody has the old
/// key any more the new one signed alone, which proves nothing to whoever does not know it already.
///
/// - **statement** the signed note
/// - **oldKey** the verifier key of the old log, as the entry names it
/// - **reason** why the key was changed, such as `SCHEDULED`
public record Rotation(Note statement, String oldKey, String reason) {

  private static final String TYPE = "picturelock.log.rotated.v1";
  private static final String TITLE = "picturelock log rotation v1\n";
  private static final String TITLE_WITHOUT_OLD_KEY =
      "picturelock log rotation without the old key v1\n";
  private static final String STOLEN = "KEY_COMPROMISED";
  private static final String LOST = "KEY_LOST";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// - **Errors:** [MalformedException] when the entry is not the event of a rotation
  public static Rotation parse(byte[] firstEntry) {
    JsonNode event;
    try {
      event = JSON.readTree(firstEntry);
    } catch (IOException e) {
      throw new MalformedException("rotation", "no JSON: " + e.getMessage());
    }
    if (!event.path("type").asText().equals(TYPE)) {
      throw new MalformedException("rotation", "it is not a " + TYPE);
    }
    var data = event.path("data");
    return new Rotation(
        Note.parse(data.path("statement").asText()),
        data.at("/previous/verifierKey").asText(),
        data.path("reason").asText());
  }

  /// Why a log with the new key, of which this is the first entry, does not follow the old one;
  /// nothing when it does.
  public Optional<String> problem(Checkpoint ended, VerifierKey old, VerifierKey next) {
    var title = isWithoutOldKey() ? TITLE_WITHOUT_OLD_KEY : TITLE;
    if (!statement.text().startsWith(title + ended.head().text())) {
      return Optional.of(
          "its first entry does not say that it follows the %s entries of '%s' that are here"
              .formatted(ended.size(), ended.origin()));
    }
    var successor = next.name() + "\n" + next.format() + "\n";
    if (!statement.text().equals(title + ended.head().text() + successor)) {
      return Optional.of("its first entry is about another log that follows, or another key");
    }
    if (!oldKey.equals(old.format())) {
      return Optional.of("its first entry names another key of '%s'".formatted(ended.origin()));
    }
    return switch (statement.verify(List.of(old, next))) {
      case Authentic by when !isWithoutOldKey() && !by.isBy(old) -> unsigned(old);
      case Authentic by when !by.isBy(next) -> unsigned(next);
      case Authentic _ -> Optional.empty();
      case Rejected rejected -> Optional.of(rejected.detail());
    };
  }

  /// Why the old key's word for the new one is worth nothing, as the rest of "the key before it …";
  /// nothing where it can be believed.
  public Optional<String> oldKeyIsNoWitness() {
    return switch (reason) {
      // others may have had it
      case STOLEN -> Optional.of("was stolen");
      case LOST -> Optional.of("was lost");
      default -> Optional.empty();
    };
  }

  /// Who signed that the one log follows the other, for reports.
  public String whoSaysSo() {
    return isWithoutOldKey() ? "says its own key alone" : "say both keys";
  }

  private boolean isWithoutOldKey() {
    return reason.equals(LOST);
  }

  private static Optional<String> unsigned(VerifierKey key) {
    return Optional.of("the key of '%s' did not sign that it follows".formatted(key.name()));
  }
}
