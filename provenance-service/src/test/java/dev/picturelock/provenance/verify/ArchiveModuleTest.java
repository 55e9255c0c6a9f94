package dev.picturelock.provenance.verify;

import static dev.picturelock.provenance.verify.SampleCut.FIRST;
import static dev.picturelock.provenance.verify.SampleCut.SECOND;
import static dev.picturelock.provenance.verify.SampleCut.SIZE;
import static dev.picturelock.provenance.verify.SampleCut.event;
import static dev.picturelock.provenance.verify.SampleCut.id;
import static dev.picturelock.provenance.verify.SampleCut.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.tlog.note.Ed25519Signer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// All receipts of a cut in one zip, checked in the browser.
@TestInstance(Lifecycle.PER_CLASS)
class ArchiveModuleTest {

  private static final String ASK =
      """
      async (json) => {
        const { verifyArchive, UnusableInputError } = await import('/verify/verifier.mjs');
        const bytes = (text) => Uint8Array.from(atob(text), (octet) => octet.charCodeAt(0));
        const answers = [];
        for (const { archive, key, policy } of JSON.parse(json)) {
          try {
            const result = await verifyArchive(
              { archive: bytes(archive), key, policy: policy && bytes(policy) });
            answers.push(result.verified ? `verified ${result.events} ${result.elements}`
              : `${result.failedStep ?? `unchecked ${result.uncheckedStep}`} ${result.failedFile}`);
          } catch (error) {
            answers.push(error instanceof UnusableInputError ? `unusable ${error.input}` : String(error));
          }
        }
        return answers;
      }
      """;
  private static final String KEY = FIRST.verifierKey().format();
  private static final String NEXT_KEY = SECOND.verifierKey().format();
  private static final String EVENT = "events/" + id(3) + ".json";
  private static final String RECEIPT = "receipts/" + id(3) + ".tlog-proof";

  private final VerifierInBrowser verifier = VerifierInBrowser.orSkip();

  @AfterAll
  void close() {
    verifier.close();
  }

  @Test
  void confirmsEveryReceiptWithTheKeyOfAnyOneLog() {
    for (var key : List.of(KEY, NEXT_KEY, KEY + " " + NEXT_KEY + "\n")) {
      assertThat(says(SampleCut.whole().files(), key)).isEqualTo("verified 2 2");
    }
    assertThat(says(SampleCut.whole().files(), SampleLog.WITNESS.verifierKey().format()))
        .isEqualTo("key logs/1/key");
    assertThat(says(SampleCut.whole().files(), KEY + " x")).isEqualTo("unusable key");
  }

  @Test
  void namesTheFirstFileAndStepThatFails() {
    var first = IntStream.range(0, SIZE).mapToObj(SampleCut::event).toList();
    var shorter = first.subList(0, SIZE - 1);

    assertChange(EVENT, event(4), "inclusion " + RECEIPT);
    assertChange(RECEIPT, utf8("nothing"), "receipt " + RECEIPT);
    assertChange(RECEIPT, SampleCut.receipt(first, 2, FIRST), "inclusion " + RECEIPT);
    assertChange(RECEIPT, SampleCut.receipt(shorter, 3, FIRST), "same-checkpoint " + RECEIPT);
    assertChange(RECEIPT, SampleCut.receipt(first, 3, SampleLog.WITNESS), "origin " + RECEIPT);
    assertChange("key", utf8(NEXT_KEY), "key key");
    assertChange("key", utf8("x\n"), "key key");
    assertChange("checkpoint", utf8("x"), "checkpoint checkpoint");
    assertChange("elements.json", utf8("[]"), "elements elements.json");
    assertChange("elements.json", utf8("{\"events\":["), "elements elements.json");
    assertChange("elements.json", utf8("{}"), "elements elements.json");
    assertChange(
        "elements.json",
        utf8("{\"elements\":[{\"events\":[\"" + id(1) + "\"]}]}"),
        "elements elements.json");
    assertChange(
        "elements.json", utf8("{\"elements\":[{\"events\":7}]}"), "elements elements.json");
  }

  @Test
  void knowsAnEventUnderTheNameOfAnother() {
    var first = IntStream.range(0, SIZE).mapToObj(SampleCut::event).toList();

    var answer =
        says(
            changed(files -> {
              files.put(EVENT, event(2));
              files.put(RECEIPT, SampleCut.receipt(first, 2, FIRST));
            }),
            KEY);

    assertThat(answer).isEqualTo("event-id " + EVENT);
  }

  @Test
  void refusesARotationThatDoesNotTieTheLogsTogether() {
    var stolen = new SampleCut("KEY_COMPROMISED", List.of(FIRST, SECOND), SIZE).files();
    var another = Ed25519Signer.ofSeed(SampleLog.ORIGIN, SampleLog.seed(9));

    for (var cut :
        List.of(
            new SampleCut("SCHEDULED", List.of(FIRST, SECOND), SIZE - 1),
            new SampleCut("SCHEDULED", List.of(SECOND), SIZE),
            new SampleCut("SCHEDULED", List.of(FIRST), SIZE),
            new SampleCut("SCHEDULED", List.of(another, SECOND), SIZE))) {
      assertThat(says(cut.files(), KEY + " " + NEXT_KEY)).isEqualTo("rotation rotation.json");
    }
    assertThat(says(stolen, KEY)).isEqualTo("key key");
    assertThat(says(stolen, NEXT_KEY)).isEqualTo("verified 2 2");
    assertThat(says(stolen, KEY + " " + NEXT_KEY)).isEqualTo("verified 2 2");
    assertChange("rotation.json", event(6), "inclusion rotation.tlog-proof");
  }

  @Test
  void asksTheWitnessesOfAPolicyAboutEveryLog() {
    var policy = "log " + KEY + "\nquorum none\n";
    var asking = SampleLog.policy(1);

    assertThat(answers(List.of(question(zip(), null, policy), question(zip(), null, asking))))
        .containsExactly("verified 2 2", "checkpoint logs/1/checkpoint");
  }

  @Test
  void missesWhatIsNotThereAndRefusesWhatDoesNotBelongThere() {
    for (var name : SampleCut.whole().files().keySet()) {
      assertThat(says(changed(files -> files.remove(name)), KEY))
          .as(name)
          .doesNotContain("verified");
    }
    for (var name :
        List.of("../evil", "events/x.json", "events/", "logs/0/key", "d\u00e9j\u00e0")) {
      assertThat(says(changed(files -> files.put(name, utf8("x"))), KEY)).startsWith("archive ");
    }
    assertThat(says(changed(files -> files.put("logs/1/rotation.json", event(0))), KEY))
        .isEqualTo("archive logs/1/rotation.json");
  }

  @Test
  void refusesANameThatIsThereTwice() {
    var zip = SampleCut.zip(changed(files -> files.put("chEckpoint", utf8("x"))));

    var twice = replaced(zip, "chEckpoint", "checkpoint");

    assertThat(answers(List.of(question(twice, KEY, null)))).containsExactly("archive zip");
  }

  @Test
  void unpacksNoFurtherThanAFileOfItsKindCanBe() {
    var bomb = SampleCut.zip(changed(files -> files.put(EVENT, new byte[64 * 1024 * 1024])));

    assertThat(answers(List.of(question(bomb, KEY, null)))).containsExactly("archive " + EVENT);
  }

  @Test
  void countsMoreFilesThanTheOldFormOfAZipCan() {
    var many = new LinkedHashMap<String, byte[]>();
    IntStream.range(0, 65_536).forEach(i -> many.put("events/" + id(i) + ".json", new byte[0]));
    var stranger = new LinkedHashMap<>(many);
    stranger.put("z", new byte[0]);

    assertThat(says(many, KEY)).isEqualTo("archive checkpoint");
    assertThat(says(stranger, KEY)).isEqualTo("archive z");
  }

  @Test
  void refusesAZipThatCouldBeReadInAnotherWay() {
    var zip = zip();
    var end = zip.length - 22;
    var directory = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);

    var before = ByteBuffer.allocate(zip.length + 1).put((byte) 0).put(zip).array();
    var after = ByteBuffer.allocate(zip.length + 1).put(zip).array();
    var fewer = zip.clone();
    fewer[end + 8]--;
    fewer[end + 10]--;
    var otherName = zip.clone();
    otherName[30] ^= 1;
    var otherSize = zip.clone();
    otherSize[directory + 24] ^= 1;
    var encrypted = zip.clone();
    encrypted[6] |= 1;
    encrypted[directory + 8] |= 1;
    var answers =
        answers(
            List.of(before, after, fewer, otherName, otherSize, encrypted, new byte[0]).stream()
                .map(bytes -> question(bytes, KEY, null))
                .toList());

    assertThat(answers).hasSize(7).containsOnly("archive zip");
  }

  @Test
  void neverTakesChangedContentForVerified() {
    var zip = zip();
    var changed =
        IntStream.iterate(0, at -> at < zip.length, at -> at + 5)
            .mapToObj(at -> {
              var copy = zip.clone();
              copy[at] ^= 1;
              return question(copy, KEY, null);
            })
            .toList();

    var answers = answers(changed);

    // times and checksums in the container may change; what it holds may not
    assertThat(answers)
        .allMatch(answer -> answer.matches("verified 2 2|(unchecked )?[a-z-]+ [!-~]+"));
    assertThat(answers).filteredOn("verified 2 2"::equals).hasSizeLessThan(changed.size() / 4);
  }

  private void assertChange(String name, byte[] content, String answer) {
    assertThat(says(changed(files -> files.put(name, content)), KEY)).as(name).isEqualTo(answer);
  }

  private static byte[] zip() {
    return SampleCut.zip(SampleCut.whole().files());
  }

  private static Map<String, byte[]> changed(Consumer<Map<String, byte[]>> change) {
    var files = SampleCut.whole().files();
    change.accept(files);
    return files;
  }

  private String says(Map<String, byte[]> files, String key) {
    return answers(List.of(question(SampleCut.zip(files), key, null))).getFirst();
  }

  @SuppressWarnings("unchecked") // the script answers with texts
  private List<String> answers(List<Map<String, String>> questions) {
    return (List<String>) verifier.evaluate(ASK, questions);
  }

  private static Map<String, String> question(
      byte[] zip, @Nullable String key, @Nullable String policy) {
    var base64 = Base64.getEncoder();
    var question = new LinkedHashMap<>(Map.of("archive", base64.encodeToString(zip)));
    if (key != null) {
      question.put("key", key);
    }
    if (policy != null) {
      question.put("policy", base64.encodeToString(utf8(policy)));
    }
    return question;
  }

  private static byte[] replaced(byte[] bytes, String from, String to) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace(from, to)
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
