package dev.picturelock.cli.rotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.note.Note;
import dev.picturelock.tlog.note.NoteSigner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The first entry of a log that follows another one, as the service writes it; each part can be
/// another than it should be.
///
/// - **signers** of the statement
public record SampleRotation(
    Checkpoint ended, NoteSigner old, NoteSigner next, List<NoteSigner> signers, String reason) {

  public static final String ID = "01a202cd-09cb-719e-95ef-0f08b3936acf";

  public static SampleRotation of(Checkpoint ended, NoteSigner old, NoteSigner next) {
    return new SampleRotation(ended, old, next, List.of(old, next), "SCHEDULED");
  }

  public SampleRotation because(String other) {
    return new SampleRotation(ended, old, next, signers, other);
  }

  public SampleRotation signedBy(NoteSigner... others) {
    return new SampleRotation(ended, old, next, List.of(others), reason);
  }

  public byte[] entry() {
    var key = next.verifierKey();
    var how = reason.equals("KEY_LOST") ? " without the old key" : "";
    var text =
        "picturelock log rotation%s v1\n%s%s\n%s\n"
            .formatted(how, ended.text(), key.name(), key.format());
    var previous = Map.of("origin", ended.origin(), "verifierKey", old.verifierKey().format());
    var data =
        Map.of(
            "previous", previous,
            "statement", Note.sign(text, signers).format(),
            "reason", reason);
    try {
      return JsonMapper.builder()
          .build()
          .writeValueAsString(Map.of("id", ID, "type", "picturelock.log.rotated.v1", "data", data))
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
