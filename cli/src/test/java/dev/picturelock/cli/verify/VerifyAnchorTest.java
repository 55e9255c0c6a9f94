package dev.picturelock.cli.verify;

import static dev.picturelock.cli.verify.SampleLedger.KEY;
import static dev.picturelock.cli.verify.SampleLedger.LOG;
import static dev.picturelock.cli.verify.SampleLedger.WITNESS;
import static dev.picturelock.cli.verify.SampleLedger.event;
import static dev.picturelock.cli.verify.SampleLedger.receipt;
import static dev.picturelock.cli.verify.SampleLedger.signer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.cli.Run;
import dev.picturelock.tlog.anchor.Anchor;
import dev.picturelock.tlog.anchor.AnchorEntry;
import dev.picturelock.tlog.anchor.Commitment;
import dev.picturelock.tlog.anchor.Label;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.NoteSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyAnchorTest {

  private static final Ed25519Signer LOG_OF_LOGS = signer("localhost/prov", 8);
  private static final String LOG_OF_LOGS_KEY = LOG_OF_LOGS.verifierKey().format();
  private static final Instant TIME = Instant.parse("2026-11-22T07:00:00Z");

  @TempDir Path folder = Path.of("");
  private String receipt = "";
  private String event = "";

  @BeforeEach
  void writeFiles() throws IOException {
    receipt = file("event.tlog-proof", receipt(5, 7, LOG).toBytes());
    event = file("event.json", event(5));
  }

  @Test
  void confirmsThatTheLogOfLogsCommitsToTheReceiptsCheckpoint() throws IOException {
    var anchor = anchor(receipt(5, 7, LOG).checkpoint(), LOG_OF_LOGS);

    var run = verify(anchor, "--log-of-logs-key", LOG_OF_LOGS_KEY);

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .containsPattern("ok +anchor +a tlog-proof with an entry of 2026-11-22T07:00:00Z")
        .containsPattern("ok +log of logs +entry 2 of localhost/prov, in the tree of size 3")
        .containsPattern("ok +anchored +signed by localhost/prov/demo")
        .containsPattern("ok +label")
        .containsPattern("ok +commitment")
        .containsPattern("ok +checkpoint +the receipt's, of size 7")
        .contains("VERIFIED", "and the log of logs commits to it");
  }

  @Test
  void asksForTheWitnessesOfTheLogOfLogsWhoNeverSawTheTitle() throws IOException {
    var policy = policy(LOG_OF_LOGS_KEY);
    var watched = anchor(receipt(5, 7, LOG).checkpoint(), LOG_OF_LOGS, WITNESS);
    var unwatched = anchor(receipt(5, 7, LOG).checkpoint(), LOG_OF_LOGS);

    var held = verify(watched, "--policy", policy);
    var lacking = verify(unwatched, "--policy", policy);
    var byKey = verify(watched, "--policy", policy(KEY), "--log-of-logs-key", LOG_OF_LOGS_KEY);

    assertThat(held.exitCode()).as(held.out() + held.err()).isZero();
    assertThat(held.out()).contains("cosigned by witness.example/w1");
    assertThat(lacking.exitCode()).isEqualTo(1);
    assertThat(lacking.out())
        .containsPattern("failed +log of logs +QUORUM: too few cosignatures: w1")
        .containsPattern("skipped +label")
        .contains("the first step that failed is: log of logs");
    assertThat(byKey.exitCode()).isZero();
  }

  @Test
  void namesTheCheckpointWhenAnotherOneIsAnchored() throws IOException {
    var later = anchor(receipt(5, 9, LOG).checkpoint(), LOG_OF_LOGS);

    var run = verify(later, "--log-of-logs-key", LOG_OF_LOGS_KEY);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern("failed +checkpoint +what is anchored is of size 9, .* of size 7")
        .contains("the first step that failed is: checkpoint");
  }

  @Test
  void namesTheCheckpointWhenAForkIsAnchored() throws IOException {
    var fork = receipt(index -> event(index + 100), 5, 7, LOG).checkpoint();

    var run = verify(anchor(fork, LOG_OF_LOGS), "--log-of-logs-key", LOG_OF_LOGS_KEY);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("the first step that failed is: checkpoint");
  }

  @Test
  void namesWhatIsNoAnchorAndSkipsItWhereTheReceiptDoesNotHold() throws IOException {
    var anchor = anchor(receipt(5, 7, LOG).checkpoint(), LOG_OF_LOGS);

    var none = verify(receipt, "--log-of-logs-key", LOG_OF_LOGS_KEY, "--json");
    event = file("other.json", event(4));
    var wrongEvent = verify(anchor, "--log-of-logs-key", LOG_OF_LOGS_KEY);

    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.out()).contains("\"failedStep\" : \"anchor\"", "\"step\" : \"log-of-logs\"");
    assertThat(wrongEvent.exitCode()).isEqualTo(1);
    assertThat(wrongEvent.out())
        .containsPattern("failed +inclusion")
        .containsPattern("skipped +anchor ");
  }

  @Test
  void namesTheLogOfLogsWhenAnotherKeySignedIt() throws IOException {
    var anchor = anchor(receipt(5, 7, LOG).checkpoint(), signer("localhost/prov", 9));

    var run = verify(anchor, "--log-of-logs-key", LOG_OF_LOGS_KEY);

    assertThat(run.out()).contains("the first step that failed is: log of logs");
  }

  @Test
  void wantsToKnowWhomToBelieveAboutTheLogOfLogs() throws IOException {
    var anchor = anchor(receipt(5, 7, LOG).checkpoint(), LOG_OF_LOGS);

    var nobody = verify(anchor);
    var noAnchor =
        Run.of(
            "verify",
            receipt,
            "--event",
            event,
            "--key",
            KEY,
            "--log-of-logs-key",
            LOG_OF_LOGS_KEY);
    var noKey =
        Run.of("verify", receipt, "--event", event, "--policy", policy(KEY), "--anchor", anchor);

    assertThat(nobody.exitCode()).isEqualTo(2);
    assertThat(nobody.err()).contains("--log-of-logs-key");
    assertThat(noAnchor.exitCode()).isEqualTo(2);
    assertThat(noKey.exitCode()).isEqualTo(2);
    assertThat(noKey.err()).contains("--key");
  }

  private Run verify(String anchor, String... options) {
    var arguments =
        new ArrayList<>(
            List.of("verify", receipt, "--event", event, "--key", KEY, "--anchor", anchor));
    arguments.addAll(List.of(options));
    return Run.of(arguments.toArray(String[]::new));
  }

  /// A file with the anchor of a checkpoint of the ledger, the third entry of its log of logs.
  private String anchor(SignedCheckpoint checkpoint, NoteSigner... signers) throws IOException {
    var checkpoints = new TreeMap<Label, Commitment>();
    checkpoints.put(Label.of(LOG.verifierKey(), TIME), Commitment.of(checkpoint.checkpoint()));
    var entry = new AnchorEntry(checkpoints, TIME);
    var proof = receipt(index -> index == 2 ? entry.toBytes() : event(index), 2, 3, signers);
    return Files.write(
            Files.createTempFile(folder, "event", ".anchor"),
            Anchor.of(proof, entry, checkpoint).toBytes())
        .toString();
  }

  private String policy(String key) throws IOException {
    var text = "log %s\nwitness w1 %s\nquorum w1\n".formatted(key, WITNESS.verifierKey().format());
    return file("tlog.policy", text.getBytes(StandardCharsets.UTF_8));
  }

  private String file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content).toString();
  }
}
