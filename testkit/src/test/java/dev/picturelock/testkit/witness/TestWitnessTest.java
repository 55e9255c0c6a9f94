package dev.picturelock.testkit.witness;

import static dev.picturelock.testkit.witness.GrownLog.leaf;
import static dev.picturelock.testkit.witness.GrownLog.seed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.NoteSigner;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.witness.WitnessAnswer.Refusal;
import dev.picturelock.tlog.witness.WitnessClient;
import dev.picturelock.tlog.witness.WitnessEndpoint;
import dev.picturelock.tlog.witness.WitnessResult;
import dev.picturelock.tlog.witness.WitnessResult.Ahead;
import dev.picturelock.tlog.witness.WitnessResult.Cosigned;
import dev.picturelock.tlog.witness.WitnessResult.Refused;
import dev.picturelock.tlog.witness.WitnessResult.Unreachable;
import dev.picturelock.tlog.witness.WitnessResult.Unusable;
import dev.picturelock.tlog.witness.Witnesses;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestWitnessTest {

  private static final String ORIGIN = "log.example/prov";
  private static final Ed25519Signer SIGNER = Ed25519Signer.ofSeed(ORIGIN, seed(1));
  private static final GrownLog LOG = new GrownLog(SIGNER);
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final List<TestWitness> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(TestWitness::close);
  }

  @Test
  void cosignsALogThatGrowsAndShowsWhatItCosigned() throws Exception {
    var witness = witness(2);
    var client = client(witness);

    assertThat(submit(client, 0, "a")).isInstanceOf(Cosigned.class);
    assertThat(submit(client, 3, "a")).isInstanceOf(Cosigned.class);
    assertThat(submit(client, 3, "a")).isInstanceOf(Cosigned.class);
    assertThat(submit(client, 300, "a")).isInstanceOf(Cosigned.class);

    var latest = witness.latest(ORIGIN).orElseThrow();
    var page = Http.get(witness.url() + "/" + WitnessBook.page(ORIGIN) + "/checkpoint");
    assertThat(latest.checkpoint().size()).isEqualTo(new TreeSize(300));
    assertThat(latest.note().signatures()).hasSize(3);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo(latest.format());
    assertThat(
            Http.get(witness.url() + "/" + WitnessBook.page("other") + "/checkpoint").statusCode())
        .isEqualTo(404);
    assertThat(Http.get(witness.url() + "/add-checkpoint").statusCode()).isEqualTo(404);
  }

  @Test
  void tellsANewClientItsSize() throws Exception {
    var witness = witness(2);
    assertThat(submit(client(witness), 5, "a")).isInstanceOf(Cosigned.class);

    var restarted = client(witness);

    assertThat(submit(restarted, 7, "a")).isInstanceOf(Cosigned.class);
    assertThat(submit(restarted, 6, "a")).isEqualTo(new Ahead(new TreeSize(7)));
    assertThat(submit(restarted, 9, "a")).isInstanceOf(Cosigned.class);
  }

  @Test
  void refusesAFork() throws Exception {
    var witness = witness(2);
    var client = client(witness);
    assertThat(submit(client, 5, "a")).isInstanceOf(Cosigned.class);

    assertThat(submit(client, 5, "b")).isEqualTo(new Refused(Refusal.INCONSISTENT));
    assertThat(submit(client, 8, "b")).isEqualTo(new Refused(Refusal.INCONSISTENT));
    assertThat(submit(client(witness), 8, "b")).isEqualTo(new Refused(Refusal.INCONSISTENT));

    assertThat(witness.latest(ORIGIN).orElseThrow().checkpoint()).isEqualTo(checkpoint(5, "a"));
    assertThat(submit(client, 8, "a")).isInstanceOf(Cosigned.class);
  }

  @Test
  void refusesForeignLogsAndSignatures() throws Exception {
    var witness = witness(2);
    var other = Ed25519Signer.ofSeed("log.example/other", seed(1));
    var imposter = Ed25519Signer.ofSeed(ORIGIN, seed(7));
    var elsewhere = new Checkpoint("log.example/other", new TreeSize(1), leaf("a", 0));

    assertThat(post(witness, "old 0\n\n" + signed(elsewhere, other))).isEqualTo(404);
    assertThat(post(witness, "old 0\n\n" + signed(checkpoint(1, "a"), imposter))).isEqualTo(403);
    var bad = SignedCheckpoint.sign(checkpoint(2, "a"), SIGNER).note().signatures().getFirst();
    assertThat(post(witness, "old 0\n\n" + checkpoint(1, "a").text() + "\n" + bad.format()))
        .isEqualTo(403);
    assertThat(witness.latest(ORIGIN)).isEmpty();
  }

  @Test
  void refusesRequestsThatAreNone() throws Exception {
    var witness = witness(2);
    var one = signed(checkpoint(1, "a"), SIGNER);
    var empty = checkpoint(0, "a");
    var line = SIGNER.sign(empty.text()).format();

    assertThat(post(witness, "")).isEqualTo(400);
    assertThat(post(witness, "old 01\n\n" + one)).isEqualTo(400);
    assertThat(post(witness, "old 2\n\n" + one)).isEqualTo(400);
    assertThat(post(witness, "old 1\n\n" + one)).isEqualTo(409);
    assertThat(post(witness, "old 0\n" + leaf("a", 0).toBase64() + "\n\n" + one)).isEqualTo(422);
    // the empty tree under a root that is not its own
    assertThat(
            post(
                witness,
                "old 0\n\n%s\n0\n%s\n\n%s".formatted(ORIGIN, leaf("a", 0).toBase64(), line)))
        .isEqualTo(422);
    assertThat(post(witness, "old 0\n\n" + one)).isEqualTo(200);
  }

  @Test
  void remembersInItsFolder(@TempDir Path folder) throws Exception {
    var signers = List.of(CosignatureSigner.ofSeed("w.example", seed(2), () -> NOON));
    try (var before = TestWitness.inFolder(folder, signers, List.of(SIGNER.verifierKey()))) {
      assertThat(submit(client(before), 5, "a")).isInstanceOf(Cosigned.class);
    }

    try (var after = TestWitness.inFolder(folder, signers, List.of(SIGNER.verifierKey()))) {
      assertThat(submit(client(after), 8, "b")).isEqualTo(new Refused(Refusal.INCONSISTENT));
      assertThat(submit(client(after), 8, "a")).isInstanceOf(Cosigned.class);
      assertThat(after.latest(ORIGIN).orElseThrow().checkpoint().size()).isEqualTo(new TreeSize(8));
    }
  }

  @Test
  void neverGoesBackWhenManyAskAtOnce() throws Exception {
    var witness = witness(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results =
          threads.invokeAll(
              IntStream.rangeClosed(1, 40)
                  .<Callable<WitnessResult>>mapToObj(
                      size -> () -> submit(client(witness), size, "a"))
                  .toList());

      for (var result : results) {
        // Whoever was overtaken is told so.
        assertThat(result.get()).isInstanceOfAny(Cosigned.class, Ahead.class, Unusable.class);
      }
    }
    assertThat(submit(client(witness), 41, "a")).isInstanceOf(Cosigned.class);
    assertThat(submit(client(witness), 40, "a")).isEqualTo(new Ahead(new TreeSize(41)));
  }

  @Test
  void letsThePolicyTolerateSlowBrokenAndDeadWitnesses() throws Exception {
    var good = witness(2);
    var better = witness(4);
    var slow = witness(6);
    var broken = witness(8);
    var dead = witness(10);
    slow.delay(Duration.ofMinutes(5));
    broken.breakWith(503);
    dead.close();
    var members =
        good.policyLines("good")
            + better.policyLines("better")
            + slow.policyLines("slow")
            + broken.policyLines("broken")
            + dead.policyLines("dead");
    var log = "log " + SIGNER.verifierKey() + "\n" + members;
    var two = Policy.parse(log + "group g 2 good better slow broken dead\nquorum g\n");
    var three = Policy.parse(log + "group g 3 good better slow broken dead\nquorum g\n");

    var enough =
        new Witnesses(two, Http::post, Duration.ofMinutes(1))
            .cosign(SignedCheckpoint.sign(checkpoint(5, "a"), SIGNER), LOG.proofs(5, "a"));
    var tooFew =
        new Witnesses(three, Http::post, Duration.ofSeconds(5))
            .cosign(SignedCheckpoint.sign(checkpoint(7, "a"), SIGNER), LOG.proofs(7, "a"));

    assertThat(enough.verdict().isSatisfied()).isTrue();
    assertThat(tooFew.verdict().isSatisfied()).isFalse();
    assertThat(two.evaluate(tooFew.checkpoint()).isSatisfied()).isTrue();
    assertThat(tooFew.results().values().stream().toList())
        .satisfiesExactly(
            result -> assertThat(result).isInstanceOf(Cosigned.class),
            result -> assertThat(result).isInstanceOf(Cosigned.class),
            result -> assertThat(result).isEqualTo(new Unreachable("no answer in PT5S")),
            result -> assertThat(result).isEqualTo(new Unusable("it answers with status 503")),
            result -> assertThat(result).isInstanceOf(Unreachable.class));
  }

  /// A witness with an Ed25519 key and an ML-DSA-44 key.
  private TestWitness witness(int seed) {
    var name = "w" + seed + ".example";
    var witness =
        TestWitness.inMemory(
            List.of(
                CosignatureSigner.ofSeed(name, seed(seed), () -> NOON),
                CosignatureSigner.mlDsa44OfSeed(name, seed(seed + 1), () -> NOON)),
            List.of(SIGNER.verifierKey()));
    open.add(witness);
    return witness;
  }

  private static WitnessClient client(TestWitness witness) {
    return new WitnessClient(new WitnessEndpoint(witness.url(), witness.keys()), Http::post);
  }

  private static WitnessResult submit(WitnessClient client, int size, String history)
      throws InterruptedException {
    return LOG.submit(client, size, history);
  }

  private static Checkpoint checkpoint(int size, String history) {
    return LOG.checkpoint(size, history);
  }

  private static String signed(Checkpoint checkpoint, NoteSigner signer) {
    return SignedCheckpoint.sign(checkpoint, signer).format();
  }

  private static int post(TestWitness witness, String body) throws Exception {
    return Http.post(witness.url() + "/add-checkpoint", body.getBytes(UTF_8)).status();
  }
}
