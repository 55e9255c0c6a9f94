package dev.picturelock.provenance.verify;

import static dev.picturelock.provenance.verify.SampleLog.LOG;
import static dev.picturelock.provenance.verify.SampleLog.ML_DSA_WITNESS;
import static dev.picturelock.provenance.verify.SampleLog.OTHER_WITNESS;
import static dev.picturelock.provenance.verify.SampleLog.WITNESS;
import static dev.picturelock.provenance.verify.SampleLog.event;
import static dev.picturelock.provenance.verify.SampleLog.key;
import static dev.picturelock.provenance.verify.SampleLog.policy;
import static dev.picturelock.provenance.verify.SampleLog.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.InclusionProof;
import dev.picturelock.tlog.merkle.TreeSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// The module says of every receipt what `tlog` says, down to the first step that fails.
@TestInstance(Lifecycle.PER_CLASS)
class VerifierModuleTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] EVENT = event(5);

  private final VerifierInBrowser verifier = VerifierInBrowser.orSkip();

  @AfterAll
  void close() {
    verifier.close();
  }

  @Test
  void acceptsWhatTheLogSigned() {
    var whole = new Question(receipt(5, 7, LOG), EVENT, key(), null);

    assertThat(verifier.says(List.of(whole))).containsExactly("verified");
  }

  @Test
  void refusesEveryChangedByteWhereTlogDoes() {
    var byKey = new Question(receipt(5, 7, LOG), EVENT, key(), null);
    var byPolicy = new Question(receipt(5, 7, LOG, WITNESS), EVENT, null, policy(1));

    var mutations =
        Stream.of(byKey, byPolicy)
            .flatMap(whole -> Mutations.of(whole.receipt()).map(whole::withReceipt))
            .toList();

    verifier.assertSameAnswers(mutations);
    assertThat(mutations).noneMatch(question -> question.answerOfJava().equals("verified"));
  }

  @Test
  void countsWitnessesAsTlogDoes() {
    var none = receipt(5, 7, LOG);
    var one = receipt(5, 7, LOG, WITNESS);
    var both = receipt(5, 7, OTHER_WITNESS, LOG, WITNESS);
    var questions =
        Stream.of(none, one, both)
            .flatMap(receipt ->
                Stream.of(policy(1), policy(2), "quorum none\n", "log " + key() + "\nquorum none\n")
                    .flatMap(policy ->
                        Stream.of(
                            new Question(receipt, EVENT, null, policy),
                            new Question(receipt, EVENT, key(), policy))))
            .toList();

    var answers = verifier.assertSameAnswers(questions);

    assertThat(answers).contains("verified", "quorum", "origin");
  }

  @Test
  void saysThatItDoesNotCheckMlDsa() {
    var vkey = ML_DSA_WITNESS.verifierKey().format();
    var receipt = receipt(5, 7, LOG, ML_DSA_WITNESS);
    var needed = "log " + key() + "\nwitness pq " + vkey + "\nquorum pq\n";
    var spare = "log " + key() + "\nwitness pq " + vkey + "\nquorum none\n";

    var answers =
        verifier.says(
            List.of(
                new Question(receipt, EVENT, null, needed),
                new Question(receipt, EVENT, null, spare),
                new Question(receipt(5, 7, LOG), EVENT, null, needed)));

    assertThat(answers).containsExactly("unchecked quorum", "verified", "quorum");
  }

  @Test
  void readsKeysAsTlogDoes() {
    var receipt = receipt(5, 7, LOG);
    var keys = new ArrayList<>(List.of("", "a+b", "+" + key(), key() + "\n", key() + "+x"));
    keys.add(WITNESS.verifierKey().format());
    keys.add(ML_DSA_WITNESS.verifierKey().format());
    keys.add("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    IntStream.range(0, key().length())
        .forEach(
            at -> IntStream.range(0, 7).forEach(bit -> keys.add(flipped(key(), at, 1 << bit))));

    verifier.assertSameAnswers(
        keys.stream().map(key -> new Question(receipt, EVENT, key, null)).toList());
  }

  @Test
  void tellsPointsOfTheCurveFromOtherBytesAsTlogDoes() {
    var receipt = receipt(5, 7, LOG);

    var keys = IntStream.range(0, 256).mapToObj(RandomKeys::of).toList();
    var answers =
        verifier.assertSameAnswers(
            Stream.concat(keys.stream(), RandomKeys.EDGES.stream())
                .map(key -> new Question(receipt, EVENT, key, null))
                .toList());

    assertThat(answers).contains("unusable key", "signature");
  }

  @Test
  void readsPoliciesAsTlogDoes() {
    var receipt = receipt(5, 7, LOG, WITNESS);
    var whole = policy(1);
    var lines = whole.lines().toList();
    var policies = new ArrayList<>(List.of("", "\n", "quorum none", whole + whole, whole + "#"));
    for (int i = 0; i < lines.size(); i++) {
      var without = new ArrayList<>(lines);
      without.remove(i);
      policies.add(String.join("\n", without) + "\n");
      var twice = new ArrayList<>(lines);
      twice.add(i, lines.get(i));
      policies.add(String.join("\n", twice) + "\n");
    }
    for (var change :
        List.of("any", "all", "0", "01", "3", "-1", "x", "99999999999999999999", "1 ", "1\t")) {
      policies.add(whole.replace("both 1", "both " + change));
    }
    IntStream.range(0, whole.length()).forEach(at -> policies.add(flipped(whole, at, 1)));

    verifier.assertSameAnswers(
        policies.stream().map(policy -> new Question(receipt, EVENT, null, policy)).toList());
  }

  @Test
  void agreesWithTheVectorsOfAnotherImplementation() throws IOException {
    var vectors = vectors();
    var inclusion = new ArrayList<Question>();
    for (var proof : vectors.path("inclusion")) {
      long size = proof.path("Size").asLong();
      long index = proof.path("Index").asLong();
      var root = Hash.ofHex(vectors.path("roots_hex").path(Long.toString(size)).asText());
      var path = new ArrayList<Hash>();
      proof.path("Proof").forEach(hash -> path.add(Hash.ofHex(hash.asText())));
      inclusion.add(vector(index, index, path, size, root));
      inclusion.add(vector(index + 1, index, path, size, root));
      inclusion.add(vector(index, index, path, 2 * size, root));
    }

    var answers = verifier.assertSameAnswers(inclusion);

    assertThat(answers).filteredOn("verified"::equals).hasSizeGreaterThanOrEqualTo(204);
  }

  @Test
  void agreesWithTheSignedCheckpointsOfAnotherImplementation() throws IOException {
    var notes = new ArrayList<Question>();
    for (var note : vectors().path("notes")) {
      var cosigned = note.path("cosigned_checkpoint").asText();
      var receipt = "c2sp.org/tlog-proof@v1\nindex 0\n\n" + cosigned;
      var policy =
          "log %s\nwitness w %s\nquorum w\n"
              .formatted(note.path("log_vkey").asText(), note.path("witness_vkey").asText());
      notes.add(new Question(receipt.getBytes(StandardCharsets.UTF_8), event(0), null, policy));
    }

    var answers = verifier.assertSameAnswers(notes);

    // only the tree of one leaf needs no path; all others get past their signatures
    assertThat(answers).containsOnly("verified", "inclusion").hasSize(6);
  }

  private static Question vector(long claimed, long leaf, List<Hash> path, long size, Hash root) {
    var proof = new InclusionProof(path);
    return new Question(
        receipt(claimed, proof, new TreeSize(size), root, LOG), event(leaf), key(), null);
  }

  private static String flipped(String text, int at, int mask) {
    var changed = new StringBuilder(text);
    changed.setCharAt(at, (char) (text.charAt(at) ^ mask));
    return changed.toString();
  }

  private static JsonNode vectors() throws IOException {
    var file =
        Path.of(System.getProperty("picturelock.root", ".."), "..", "shared", "data")
            .resolve("tlog-vectors.json");
    assumeThat(file).as("vector file beside the repository").exists();
    return JSON.readTree(Files.readAllBytes(file));
  }
}
