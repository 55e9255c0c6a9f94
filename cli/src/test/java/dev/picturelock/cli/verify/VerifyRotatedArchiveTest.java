package dev.picturelock.cli.verify;

import static dev.picturelock.cli.verify.SampleLedger.KEY;
import static dev.picturelock.cli.verify.SampleLedger.LOG;
import static dev.picturelock.cli.verify.SampleLedger.ORIGIN;
import static dev.picturelock.cli.verify.SampleLedger.WITNESS;
import static dev.picturelock.cli.verify.SampleLedger.event;
import static dev.picturelock.cli.verify.SampleLedger.id;
import static dev.picturelock.cli.verify.SampleLedger.signer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.cli.Run;
import dev.picturelock.cli.rotation.SampleRotation;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.NoteSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cut whose events are in logs one and three of a title; the second one only ties them together.
class VerifyRotatedArchiveTest {

  private static final Ed25519Signer SECOND = signer(ORIGIN + "/2", 3);
  private static final Ed25519Signer THIRD = signer(ORIGIN + "/3", 4);
  private static final String THIRD_KEY = THIRD.verifierKey().format();
  private static final int SIZE = 5;

  @TempDir Path folder = Path.of("");

  @Test
  void needsTheKeyOfAnyOneLog() {
    for (var key : List.of(KEY, SECOND.verifierKey().format(), THIRD_KEY)) {
      var run = verified(whole(), key);

      assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
      assertThat(run.out())
          .contains(ORIGIN + "/2 follows " + ORIGIN + " from its end at size 5, say both keys")
          .contains(ORIGIN + "/3 follows " + ORIGIN + "/2 from its end at size 5")
          .endsWith("VERIFIED: all 2 events are in the log, exactly as they are here\n");
    }
    assertThat(Run.of("verify", zip(whole()), "--key", KEY, "--json").out())
        .contains("\"rotation\" : \"SCHEDULED\"", THIRD_KEY);
  }

  @Test
  void asksTheWitnessesOfAPolicyAboutEveryLog() throws IOException {
    var policy =
        "log %s\nwitness w1 %s\nquorum w1\n".formatted(THIRD_KEY, WITNESS.verifierKey().format());
    var file = Files.writeString(folder.resolve("tlog.policy"), policy).toString();
    var cosigned = new Logs().cosigned().files();

    assertThat(Run.of("verify", zip(cosigned), "--policy", file).exitCode()).isZero();
    assertFirst(
        Run.of("verify", zip(whole()), "--policy", file), "logs/1/checkpoint", "checkpoint");
  }

  @Test
  void refusesARotationThatOneOfTheKeysDidNotSign() {
    for (var signers : List.of(List.of(SECOND), List.of(LOG), List.of(SECOND, THIRD))) {
      var files = new Logs().second(it -> it.signedBy(signers.toArray(NoteSigner[]::new))).files();

      var run = verified(files, KEY, THIRD_KEY);

      assertFirst(run, "logs/2/rotation.json", "rotation");
      assertThat(run.out())
          .contains(
              "the key of '%s' did not sign"
                  .formatted(signers.contains(LOG) ? SECOND.verifierKey().name() : ORIGIN));
    }
  }

  @Test
  void refusesARotationAboutAnotherEndThanTheOneThatIsHere() {
    var shorter = SampleLedger.checkpoint(SampleLedger::event, SIZE - 1, LOG).checkpoint();
    var forked = SampleLedger.checkpoint(i -> event(i + 1), SIZE, LOG).checkpoint();
    for (var end : List.of(shorter, forked)) {
      var files = new Logs().second(_ -> SampleRotation.of(end, LOG, SECOND)).files();

      var run = verified(files, KEY, THIRD_KEY);

      assertFirst(run, "logs/2/rotation.json", "rotation");
      assertThat(run.out()).contains("does not say that it follows the 5 entries of '" + ORIGIN);
    }
  }

  @Test
  void refusesARotationToAnotherKeyOrFromAnotherKey() {
    var toAnother =
        new Logs().second(it -> SampleRotation.of(it.ended(), LOG, signer(ORIGIN + "/2", 9)));
    var fromAnother =
        new Logs().second(it -> SampleRotation.of(it.ended(), signer(ORIGIN, 9), SECOND));

    assertFirst(verified(toAnother.files(), KEY), "logs/2/rotation.json", "rotation");
    assertFirst(verified(fromAnother.files(), KEY), "logs/2/rotation.json", "rotation");
  }

  @Test
  void refusesWhatIsNotTheFirstEntryOrNoRotation() {
    var other = whole();
    other.put("rotation.json", event(2));
    other.put("rotation.tlog-proof", receipt(new Logs().third(), 2, THIRD));
    var altered = whole();
    altered.computeIfPresent("rotation.json", (_, entry) -> utf8(text(entry) + " "));
    var noRotation = new Logs().second(it -> it.because("")).files();
    noRotation.put("logs/2/rotation.json", event(0));

    assertFirst(verified(other, KEY), "rotation.tlog-proof", "rotation");
    assertFirst(verified(altered, KEY), "rotation.tlog-proof", "inclusion");
    assertFirst(verified(noRotation, KEY), "logs/2/rotation.tlog-proof", "inclusion");
    assertFirst(
        verified(new Logs().secondEntry(SampleLedger::event).files(), KEY),
        "logs/2/rotation.json",
        "rotation");
  }

  @Test
  void refusesALogWhoseRotationIsUnderAnotherCheckpoint() {
    var files = whole();
    files.put(
        "rotation.tlog-proof",
        SampleLedger.receipt(new Logs().third(), 0, SIZE - 1, THIRD).toBytes());

    assertFirst(verified(files, KEY), "rotation.tlog-proof", "same checkpoint");
  }

  @Test
  void doesNotTakeTheWordOfAStolenKey() {
    var files = new Logs().second(it -> it.because("KEY_COMPROMISED")).files();

    var run = verified(files, KEY);

    assertFirst(run, "logs/2/key", "key");
    assertThat(run.out()).contains("the key before it was stolen");
    assertThat(verified(files, KEY, SECOND.verifierKey().format()).exitCode()).isZero();
    // what the stolen key signed until then is what its successor says it is
    assertThat(verified(files, THIRD_KEY).exitCode()).isZero();
  }

  @Test
  void wantsTheKeyOfALogThatItsOwnKeyAloneSaysFollows() {
    var files = new Logs().second(it -> it.because("KEY_LOST").signedBy(SECOND)).files();

    var run = verified(files, KEY);
    var both = verified(files, KEY, SECOND.verifierKey().format());

    assertFirst(run, "logs/2/key", "key");
    assertThat(run.out()).contains("the key before it was lost");
    assertThat(both.exitCode()).as(both.out()).isZero();
    assertThat(both.out()).contains("says its own key alone (KEY_LOST)");
  }

  @Test
  void believesNobodyWhomNobodyVouchesFor() {
    var run = verified(whole(), signer(ORIGIN, 9).verifierKey().format());

    assertFirst(run, "logs/1/key", "key");
  }

  @Test
  void missesTheRotationOfALogAndRefusesOneTooMany() {
    for (var name : whole().keySet()) {
      var files = whole();
      files.remove(name);
      assertThat(verified(files, KEY, THIRD_KEY).exitCode()).as(name).isEqualTo(1);
    }
    var files = whole();
    files.put("logs/1/rotation.json", event(0));

    assertFirst(verified(files, KEY), "logs/1/rotation.json", "archive");
  }

  @Test
  void refusesACheckpointThatIsNotOfTheKeyBesideIt() {
    var files = new Logs().files();
    files.keySet().removeIf(name -> name.startsWith("logs/2") || name.startsWith("rotation"));
    files.put("checkpoint", files.remove("logs/1/checkpoint"));
    files.put("key", utf8(THIRD_KEY + "\n"));
    files.remove("logs/1/key");

    assertFirst(verified(files, KEY, THIRD_KEY), "checkpoint", "checkpoint");
  }

  private static Map<String, byte[]> whole() {
    return new Logs().files();
  }

  private Run verified(Map<String, byte[]> files, String... keys) {
    var arguments = new ArrayList<>(List.of("verify", zip(files)));
    List.of(keys).forEach(key -> arguments.addAll(List.of("--key", key)));
    return Run.of(arguments.toArray(String[]::new));
  }

  private String zip(Map<String, byte[]> files) {
    return SampleZip.file(folder, SampleZip.bytes(files));
  }

  private static void assertFirst(Run run, String file, String step) {
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).endsWith("the first failure is in %s, step: %s%n".formatted(file, step));
  }

  private static byte[] receipt(IntFunction<byte[]> log, int index, NoteSigner... signers) {
    return SampleLedger.receipt(log, index, SIZE, signers).toBytes();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The three logs; the second may begin with something else than it should.
  private static final class Logs {
    private byte[] rotation = SampleRotation.of(end(SampleLedger::event, LOG), LOG, SECOND).entry();
    private List<NoteSigner> cosigners = List.of();

    private Logs second(java.util.function.UnaryOperator<SampleRotation> change) {
      var right = SampleRotation.of(end(SampleLedger::event, LOG), LOG, SECOND);
      rotation = change.apply(right).entry();
      return this;
    }

    private Logs secondEntry(IntFunction<byte[]> events) {
      rotation = events.apply(0);
      return this;
    }

    private Logs cosigned() {
      cosigners = List.of(WITNESS);
      return this;
    }

    private byte[] second(int index) {
      return index == 0 ? rotation : event(index);
    }

    private IntFunction<byte[]> third() {
      var first = SampleRotation.of(end(this::second, SECOND), SECOND, THIRD).entry();
      return index -> index == 0 ? first : event(index);
    }

    private Map<String, byte[]> files() {
      var files = new LinkedHashMap<String, byte[]>();
      log(files, "logs/1/", SampleLedger::event, LOG);
      log(files, "logs/2/", this::second, SECOND);
      log(files, "", third(), THIRD);
      files.put("events/" + id(1) + ".json", event(1));
      files.put("receipts/" + id(1) + ".tlog-proof", receipt(SampleLedger::event, 1, by(LOG)));
      files.put("events/" + id(3) + ".json", event(3));
      files.put("receipts/" + id(3) + ".tlog-proof", receipt(third(), 3, by(THIRD)));
      files.put(
          "elements.json",
          utf8("{\"elements\":[],\"events\":[\"%s\",\"%s\"]}".formatted(id(1), id(3))));
      return files;
    }

    private void log(
        Map<String, byte[]> files, String folder, IntFunction<byte[]> log, Ed25519Signer signer) {
      files.put(folder + "checkpoint", SampleLedger.checkpoint(log, SIZE, by(signer)).toBytes());
      files.put(folder + "key", utf8(signer.verifierKey().format() + "\n"));
      if (!folder.equals("logs/1/")) {
        files.put(folder + "rotation.json", log.apply(0));
        files.put(folder + "rotation.tlog-proof", receipt(log, 0, by(signer)));
      }
    }

    private NoteSigner[] by(NoteSigner log) {
      var signers = new ArrayList<NoteSigner>(List.of(log));
      signers.addAll(cosigners);
      return signers.toArray(NoteSigner[]::new);
    }

    private static Checkpoint end(IntFunction<byte[]> log, NoteSigner signer) {
      return SampleLedger.checkpoint(log, SIZE, signer).checkpoint();
    }
  }
}
