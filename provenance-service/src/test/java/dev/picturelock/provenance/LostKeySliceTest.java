package dev.picturelock.provenance;

import static dev.picturelock.provenance.LedgerApi.checkpoint;
import static dev.picturelock.provenance.LedgerApi.key;
import static dev.picturelock.provenance.LedgerApi.read;
import static dev.picturelock.provenance.LedgerApi.record;
import static dev.picturelock.provenance.LedgerApi.rotate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.picturelock.contracts.event.LogRotated;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.provenance.ledger.guard.BareGuard;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.Note;
import dev.picturelock.tlog.note.NoteResult;
import dev.picturelock.tlog.note.VerifierKey;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// A service whose operator has accepted that the key of one log is lost.
@QuarkusTest
@ProvenanceSlice
@TestProfile(LostKeySliceTest.OneKeyIsLost.class)
class LostKeySliceTest {
  private static final String KEYLESS = "localhost/prov/al-keyless";

  private final Logs logs;
  private final Superuser superuser;
  private final Path anchorsFolder;

  @Inject
  LostKeySliceTest(
      Logs logs,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database,
      @ConfigProperty(name = "picturelock.guard.anchors-dir") Path anchorsFolder) {
    this.logs = logs;
    this.superuser = new Superuser(database);
    this.anchorsFolder = anchorsFolder;
  }

  /// The file is read at the start only.
  public static final class OneKeyIsLost implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        var folder = Files.createTempDirectory("anchors");
        Files.writeString(folder.resolve("accept-key-loss"), KEYLESS + "\n");
        return Map.of(
            "picturelock.guard.anchors-dir",
            folder.toString(),
            "picturelock.log-of-logs.period",
            "1h");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void whereTheKeyIsLostTheNewOneAloneSaysWhereTheOldLogEnded() {
    var events = new SampleEvents("al-donor");
    record(events.opened());
    var oldSigner = Ed25519Signer.ofSeed(KEYLESS, new byte[32]);
    var oldKey = oldSigner.verifierKey();
    var head = logs.head("al-donor").orElseThrow();
    var end = SignedCheckpoint.sign(new Checkpoint(KEYLESS, head.size(), head.root()), oldSigner);
    BareGuard.releasedElsewhere(anchorsFolder, end);
    record(events.registered("comp", "v001", "generated"));
    bringLogOfAnotherKey("al-keyless", head, oldKey, end);

    rotate("al-keyless", "SCHEDULED").statusCode(409).body("detail", containsString("is lost"));
    rotate("al-donor", "KEY_LOST").statusCode(409).body("detail", containsString("is not lost"));
    var rotation = rotate("al-keyless", "KEY_LOST").statusCode(200).extract();

    var entry = read("al-keyless", "/events/" + rotation.path("eventId"));
    var fact = (LogRotated) EventCodec.decode(entry).fact();
    var newKey = key("al-keyless");
    var statement = Note.parse(fact.statement());
    assertThat(fact.reason()).isEqualTo("KEY_LOST");
    assertThat(fact.checkpoint()).isEqualTo(end.format());
    assertThat(fact.previous().verifierKey()).isEqualTo(oldKey.format());
    assertThat(statement.text())
        .isEqualTo(
            "picturelock log rotation without the old key v1\n"
                + end.checkpoint().text()
                + newKey.name()
                + "\n"
                + newKey.format()
                + "\n");
    assertThat(statement.verify(List.of(newKey)))
        .isInstanceOfSatisfying(
            NoteResult.Authentic.class, signed -> assertThat(signed.endorsements()).hasSize(1));
    assertThat(statement.verify(List.of(oldKey))).isInstanceOf(NoteResult.Rejected.class);
    assertThat(checkpoint("al-keyless").checkpoint().origin()).isEqualTo(KEYLESS + "/2");
    assertThat(checkpoint("al-keyless").checkpoint().size().value()).isEqualTo(1);
  }

  /// As from before the keys were lost: the first entry of another title, signed by a key that
  /// nobody has here.
  private void bringLogOfAnotherKey(
      String title, Head donor, VerifierKey key, SignedCheckpoint end) {
    superuser.run(
        """
        CREATE TABLE moved_entry AS SELECT * FROM log_entry WHERE title_id = '%1$s' AND idx = 0;
        CREATE TABLE moved_tile AS SELECT * FROM log_tile WHERE title_id = '%1$s' AND level = 0;
        CREATE TABLE moved_state AS SELECT * FROM log_state WHERE title_id = '%1$s';
        UPDATE moved_entry SET title_id = '%2$s';
        UPDATE moved_tile SET title_id = '%2$s', hashes = substring(hashes FOR 32);
        UPDATE moved_state SET title_id = '%2$s', origin = '%3$s', verifier_key = '%4$s',
          size = 1, root = decode('%5$s', 'hex'), checkpoint = '%6$s';
        INSERT INTO log_entry SELECT * FROM moved_entry;
        INSERT INTO log_tile SELECT * FROM moved_tile;
        INSERT INTO log_state SELECT * FROM moved_state;
        """
            .formatted(donor.titleId(), title, KEYLESS, key.format(), donor.root(), end.format()));
  }
}
