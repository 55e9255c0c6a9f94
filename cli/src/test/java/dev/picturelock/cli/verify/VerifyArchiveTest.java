package dev.picturelock.cli.verify;

import static dev.picturelock.cli.verify.SampleLedger.KEY;
import static dev.picturelock.cli.verify.SampleLedger.LOG;
import static dev.picturelock.cli.verify.SampleLedger.ORIGIN;
import static dev.picturelock.cli.verify.SampleLedger.WITNESS;
import static dev.picturelock.cli.verify.SampleLedger.event;
import static dev.picturelock.cli.verify.SampleLedger.id;
import static dev.picturelock.cli.verify.SampleLedger.policy;
import static dev.picturelock.cli.verify.SampleLedger.receipt;
import static dev.picturelock.cli.verify.SampleLedger.signer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.cli.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyArchiveTest {

  private static final int SIZE = 7;
  private static final String ELEMENTS =
      """
      {"cut":"reel-1","events":["%s"],"elements":[
        {"index":0,"events":["%s","%s"]},{"index":1,"events":[]}]}
      """
          .formatted(id(6), id(2), id(4));

  @TempDir Path folder = Path.of("");

  @Test
  void confirmsEveryReceipt() {
    var zip = zip(whole());

    var run = Run.of("verify", "--all", zip, "--key", KEY);

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .containsPattern("ok +checkpoint +" + ORIGIN + ", size 7")
        .containsPattern("ok +receipts +3 events")
        .containsPattern("ok +elements +2 elements")
        .contains("VERIFIED: all 3 events");
    assertThat(Run.of("verify", zip, "--key", KEY)).isEqualTo(run);
    assertThat(Run.of("verify", zip, "--key", KEY, "--json").out())
        .contains("\"verified\" : true", "\"events\" : 3", "\"origin\" : \"" + ORIGIN + "\"");
  }

  @Test
  void holdsTheCheckpointAgainstAPolicy() throws IOException {
    var policy = Files.writeString(folder.resolve("tlog.policy"), policy("w1")).toString();
    var cosigned = whole();
    cosigned.put(
        "checkpoint", SampleLedger.checkpoint(SampleLedger::event, SIZE, LOG, WITNESS).toBytes());
    for (int i : new int[] {2, 4, 6}) {
      cosigned.put("receipts/" + id(i) + ".tlog-proof", receipt(i, SIZE, LOG, WITNESS).toBytes());
    }

    assertThat(Run.of("verify", zip(cosigned), "--policy", policy).exitCode()).isZero();
    assertFirst(Run.of("verify", zip(whole()), "--policy", policy), "checkpoint", "checkpoint");
  }

  @Test
  void namesTheFirstFileAndStepThatFails() {
    assertFails("events/" + id(4) + ".json", event(5), receiptOf(4), "inclusion");
    assertFails(receiptOf(4), receipt(2, SIZE, LOG).toBytes(), receiptOf(4), "inclusion");
    assertFails(receiptOf(4), receipt(4, 6, LOG).toBytes(), receiptOf(4), "same checkpoint");
    assertFails(receiptOf(4), utf8("nothing"), receiptOf(4), "receipt");
    assertFails(
        receiptOf(4), receipt(4, SIZE, signer(ORIGIN, 9)).toBytes(), receiptOf(4), "signature");
    assertFails(
        receiptOf(4), receipt(4, SIZE, signer("else/where", 1)).toBytes(), receiptOf(4), "origin");
    assertFails("checkpoint", utf8("x"), "checkpoint", "checkpoint");
    assertFails("key", utf8(signer(ORIGIN, 9).verifierKey().format() + "\n"), "key", "key");
    assertFails("key", utf8("x"), "key", "key");
    assertFails(
        "elements.json", utf8("{\"events\":[\"" + id(1) + "\"]}"), "elements.json", "elements");
    assertFails("elements.json", utf8("{\"events\":["), "elements.json", "elements");
    assertFails("elements.json", utf8("[]"), "elements.json", "elements");
    assertFails("elements.json", utf8("{}"), "elements.json", "elements");
    assertFails("elements.json", utf8("{\"cut\":{\"elements\":[]}}"), "elements.json", "elements");
  }

  @Test
  void knowsAnEventUnderTheNameOfAnother() {
    var swapped = whole();
    swapped.put("events/" + id(4) + ".json", event(2));
    swapped.put(receiptOf(4), receipt(2, SIZE, LOG).toBytes());

    assertFirst(verified(swapped), "events/" + id(4) + ".json", "event id");
  }

  @Test
  void missesWhatIsNotThere() {
    for (var name : whole().keySet()) {
      var files = whole();
      files.remove(name);
      assertThat(verified(files).exitCode()).as(name).isEqualTo(1);
    }
    var both = whole();
    both.remove("events/" + id(4) + ".json");
    both.remove(receiptOf(4));

    assertFirst(verified(both), "elements.json", "elements");
  }

  @Test
  void callsNothingVerifiedWhereThereIsNoEvent() {
    var files = whole();
    files.keySet().removeIf(name -> name.contains("/"));
    files.put("elements.json", utf8("{\"events\":[],\"elements\":[]}"));

    var run = verified(files);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("no event is in it", "NOT VERIFIED");
  }

  @Test
  void refusesWhatDoesNotBelongThere() {
    for (var name :
        new String[] {
          "../evil", "events/../../evil.json", "events/x.json", "events/", "notes.txt", "logs/0/key"
        }) {
      var files = whole();
      files.put(name, utf8("x"));
      assertFirst(verified(files), name, "archive");
    }
  }

  @Test
  void refusesANameThatIsThereTwice() {
    var files = whole();
    files.put("chEckpoint", utf8("x"));
    byte[] twice = replaced(SampleZip.bytes(files), "chEckpoint", "checkpoint");

    assertFirst(verified(twice), "checkpoint", "archive");
  }

  @Test
  void readsNoFurtherThanAFileOfItsKindCanBe() {
    var bomb = whole();
    bomb.put("events/" + id(4) + ".json", new byte[64 * 1024 * 1024]);

    assertFirst(verified(bomb), "events/" + id(4) + ".json", "archive");
  }

  /// Marks of the container, such as times, may change; what it holds may not.
  @Test
  void answersChangedBytesOfTheContainer() {
    byte[] whole = SampleZip.bytes(whole());
    for (int at = 0; at < whole.length; at += 7) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;

      var run = verified(changed);

      assertThat(run.exitCode()).as("byte %d: %s", at, run.out() + run.err()).isIn(0, 1);
    }
  }

  @Test
  void endsWithTwoWhereThereIsNothingToCheck() {
    var zip = zip(whole());

    assertThat(Run.of("verify", "--all", folder.resolve("no.zip").toString(), "--key", KEY).err())
        .contains("there is no file");
    assertThat(Run.of("verify", "--all", zip).exitCode()).isEqualTo(2);
    assertThat(Run.of("verify", "--all", zip, "--key", KEY, "--event", zip).exitCode())
        .isEqualTo(2);
    assertThat(Run.of("verify", "--key", KEY).exitCode()).isEqualTo(2);
  }

  private void assertFails(String name, byte[] content, String file, String step) {
    var files = whole();
    files.put(name, content);
    assertFirst(verified(files), file, step);
  }

  private static void assertFirst(Run run, String file, String step) {
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).endsWith("the first failure is in %s, step: %s%n".formatted(file, step));
  }

  private static String receiptOf(int index) {
    return "receipts/" + id(index) + ".tlog-proof";
  }

  private static Map<String, byte[]> whole() {
    var files = new LinkedHashMap<String, byte[]>();
    for (int i : new int[] {2, 4, 6}) {
      files.put("events/" + id(i) + ".json", event(i));
      files.put(receiptOf(i), receipt(i, SIZE, LOG).toBytes());
    }
    files.put("checkpoint", SampleLedger.checkpoint(SampleLedger::event, SIZE, LOG).toBytes());
    files.put("key", utf8(KEY + "\n"));
    files.put("elements.json", utf8(ELEMENTS));
    return files;
  }

  private Run verified(Map<String, byte[]> files) {
    return Run.of("verify", zip(files), "--key", KEY);
  }

  private Run verified(byte[] zip) {
    return Run.of("verify", file(zip), "--key", KEY);
  }

  private String zip(Map<String, byte[]> files) {
    return file(SampleZip.bytes(files));
  }

  private String file(byte[] zip) {
    return SampleZip.file(folder, zip);
  }

  private static byte[] replaced(byte[] bytes, String from, String to) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace(from, to)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
