package dev.picturelock.provenance.verify;

import static dev.picturelock.provenance.verify.SampleAnchor.LOG_OF_LOGS;
import static dev.picturelock.provenance.verify.SampleLog.LOG;
import static dev.picturelock.provenance.verify.SampleLog.ML_DSA_WITNESS;
import static dev.picturelock.provenance.verify.SampleLog.WITNESS;
import static dev.picturelock.provenance.verify.SampleLog.event;
import static dev.picturelock.provenance.verify.SampleLog.key;
import static dev.picturelock.provenance.verify.SampleLog.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.tlog.note.Ed25519Signer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// The module says of every anchor what `tlog` says, down to the first step that fails.
@TestInstance(Lifecycle.PER_CLASS)
class AnchorModuleTest {

  private static final String LOG_OF_LOGS_KEY = LOG_OF_LOGS.verifierKey().format();
  private static final byte[] RECEIPT = receipt(5, 7, LOG);

  private final VerifierInBrowser verifier = VerifierInBrowser.orSkip();

  @AfterAll
  void close() {
    verifier.close();
  }

  @Test
  void refusesChangedBytesWhereTlogDoes() {
    var whole = question(new SampleAnchor(RECEIPT).toBytes(), null);
    // the checkpoint and the entry inside, spelled rightly again
    var inside =
        Mutations.of(new SampleAnchor(RECEIPT).extra()).map(new SampleAnchor(RECEIPT)::withExtra);
    var outside = Mutations.of(new SampleAnchor(RECEIPT).toBytes());

    var all = Stream.concat(inside, outside).map(whole::withAnchor).toList();
    // of the ten mutations of each byte one or two, or this would take minutes
    var mutations = IntStream.range(0, all.size() / 7).mapToObj(i -> all.get(7 * i)).toList();

    assertThat(verifier.says(List.of(whole))).containsExactly("verified");
    var answers = verifier.assertSameAnswers(mutations);
    assertThat(answers).doesNotContain("verified").contains("anchor", "log-of-logs");
  }

  @Test
  void namesTheStepThatFailsAsTlogDoes() {
    var another = Ed25519Signer.ofSeed(LOG_OF_LOGS.verifierKey().name(), SampleLog.seed(9));
    var anchors =
        List.of(
            new SampleAnchor(receipt(5, 6, LOG)).toBytes(),
            new SampleAnchor(RECEIPT).signedBy(another).toBytes(),
            new SampleAnchor(RECEIPT).aboutKey(another.verifierKey()).toBytes(),
            new SampleAnchor(RECEIPT).committedTo(receipt(5, 6, LOG)).toBytes(),
            new SampleAnchor(receipt(5, 7, another)).toBytes(),
            RECEIPT);

    var answers =
        verifier.assertSameAnswers(anchors.stream().map(anchor -> question(anchor, null)).toList());

    assertThat(answers)
        .containsExactly("checkpoint", "log-of-logs", "label", "commitment", "anchored", "anchor");
  }

  @Test
  void readsTimesAsTlogDoes() {
    var whole = new SampleAnchor(RECEIPT);
    var extra = new String(whole.extra(), StandardCharsets.UTF_8);
    var questions =
        Stream.of(
                "2026-02-30T07:00:00.000000Z",
                "2026-11-22T24:00:00.000000Z",
                "2026-11-22T23:59:60.000000Z",
                "2026-11-22T07:00:00.0000000",
                "2026-11-22t07:00:00.000000z",
                "0000-01-01T00:00:00.000000Z",
                "9999-12-31T23:59:59.999999Z",
                "2028-02-29T07:00:00.000001Z")
            .map(time -> extra.replace(SampleAnchor.TIME_TEXT, time))
            .map(text -> whole.withExtra(text.getBytes(StandardCharsets.UTF_8)))
            .map(anchor -> question(anchor, null))
            .toList();

    assertThat(verifier.assertSameAnswers(questions)).contains("anchor", "log-of-logs");
  }

  @Test
  void asksForTheWitnessesOfTheLogOfLogs() {
    var unwatched = new SampleAnchor(RECEIPT).toBytes();
    var watched = new SampleAnchor(RECEIPT).signedBy(LOG_OF_LOGS, WITNESS).toBytes();
    var questions = new ArrayList<Question>();
    for (var logLine : List.of("log " + LOG_OF_LOGS_KEY + "\n", "")) {
      var policy = logLine + "witness w " + WITNESS.verifierKey().format() + "\nquorum w\n";
      for (var anchor : List.of(unwatched, watched)) {
        questions.add(new Question(RECEIPT, event(5), key(), policy, anchor, null));
        questions.add(new Question(RECEIPT, event(5), key(), policy, anchor, LOG_OF_LOGS_KEY));
      }
    }

    assertThat(verifier.assertSameAnswers(questions)).contains("verified", "log-of-logs");
  }

  @Test
  void saysThatItDoesNotCheckMlDsa() {
    var watched = new SampleAnchor(RECEIPT).signedBy(LOG_OF_LOGS, ML_DSA_WITNESS).toBytes();
    var policy = "witness w " + ML_DSA_WITNESS.verifierKey().format() + "\nquorum w\n";

    assertThat(verifier.says(List.of(question(watched, policy))))
        .containsExactly("unchecked log-of-logs");
  }

  @Test
  void wantsToKnowWhomToBelieve() {
    var anchor = new SampleAnchor(RECEIPT).toBytes();

    var answers =
        verifier.says(
            List.of(
                new Question(RECEIPT, event(5), key(), null, anchor, null),
                new Question(RECEIPT, event(5), null, "quorum none\n", anchor, null),
                new Question(RECEIPT, event(5), key(), null, anchor, "x"),
                new Question(RECEIPT, event(5), key(), null, null, LOG_OF_LOGS_KEY)));

    assertThat(answers)
        .containsExactly(
            "unusable logOfLogsKey", "unusable key", "unusable logOfLogsKey", "unusable anchor");
  }

  @Test
  void looksAtTheAnchorOnlyWhereTheReceiptHolds() {
    var anchor = new SampleAnchor(RECEIPT).toBytes();
    var wrong = new Question(RECEIPT, event(4), key(), null, anchor, LOG_OF_LOGS_KEY);

    assertThat(verifier.assertSameAnswers(List.of(wrong))).containsExactly("inclusion");
  }

  private static Question question(byte[] anchor, @Nullable String policy) {
    return new Question(RECEIPT, event(5), key(), policy, anchor, LOG_OF_LOGS_KEY);
  }
}
