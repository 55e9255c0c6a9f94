package dev.picturelock.testkit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.RawPublicKey;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.witness.WitnessAnswer.Refusal;
import dev.picturelock.tlog.witness.WitnessClient;
import dev.picturelock.tlog.witness.WitnessEndpoint;
import dev.picturelock.tlog.witness.WitnessResult.Ahead;
import dev.picturelock.tlog.witness.WitnessResult.Cosigned;
import dev.picturelock.tlog.witness.WitnessResult.Refused;
import dev.picturelock.tlog.witness.WitnessResult.Unreachable;
import dev.picturelock.tlog.witness.Witnesses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client against a witness that nobody here wrote.
class ForeignWitnessTest {

  private static final RawPublicKey LOG_KEY =
      Ed25519Signer.ofSeed("log", GrownLog.seed(1)).verifierKey().publicKey();
  private static final GrownLog LOG =
      new GrownLog(Ed25519Signer.ofSeed(ForeignWitness.origin(LOG_KEY), GrownLog.seed(1)));

  @TempDir private Path folder = Path.of("set by JUnit");

  @BeforeEach
  void needsTheProgram() {
    assumeThat(ForeignWitness.isInstalled())
        .as("sigsum-witness, of Debian's package sigsum-go, is installed")
        .isTrue();
  }

  @Test
  void cosignsWhatGrowsAndRefusesWhatForks() throws Exception {
    try (var witness = ForeignWitness.start(folder, LOG_KEY)) {
      var endpoint = new WitnessEndpoint(witness.url(), List.of(witness.key()));
      var client = new WitnessClient(endpoint, Http::post);

      assertThat(LOG.submit(client, 3, "a")).isInstanceOf(Cosigned.class);
      assertThat(LOG.submit(client, 300, "a")).isInstanceOf(Cosigned.class);
      assertThat(LOG.submit(client, 300, "a")).isInstanceOf(Cosigned.class);
      assertThat(LOG.submit(client, 7, "a")).isEqualTo(new Ahead(new TreeSize(300)));
      assertThat(LOG.submit(client, 300, "b")).isEqualTo(new Refused(Refusal.INCONSISTENT));
      assertThat(LOG.submit(client, 511, "b")).isEqualTo(new Refused(Refusal.INCONSISTENT));

      var restarted = new WitnessClient(endpoint, Http::post);
      var imposter = Ed25519Signer.ofSeed(LOG.origin(), GrownLog.seed(7));
      var stranger = Ed25519Signer.ofSeed("log.example", GrownLog.seed(1));
      assertThat(LOG.submit(restarted, 513, "a")).isInstanceOf(Cosigned.class);
      assertThat(new GrownLog(imposter).submit(restarted, 600, "a"))
          .isEqualTo(new Refused(Refusal.FORBIDDEN));
      assertThat(new GrownLog(stranger).submit(restarted, 600, "a"))
          .isEqualTo(new Refused(Refusal.UNKNOWN_ORIGIN));

      var policy =
          Policy.parse(
              "log %s\nwitness w %s %s\nquorum w\n"
                  .formatted(LOG.signer().verifierKey(), witness.key(), witness.url()));
      var witnessed =
          new Witnesses(policy, Http::post, Duration.ofMinutes(1))
              .cosign(LOG.signed(601, "a"), LOG.proofs(601, "a"));
      assertThat(witnessed.verdict().isSatisfied()).isTrue();
    }
  }

  @Test
  void remembersAcrossItsOwnRestart() throws Exception {
    try (var witness = ForeignWitness.start(folder, LOG_KEY)) {
      var client =
          new WitnessClient(new WitnessEndpoint(witness.url(), List.of(witness.key())), Http::post);
      assertThat(LOG.submit(client, 255, "a")).isInstanceOf(Cosigned.class);

      witness.stop();
      assertThat(LOG.submit(client, 256, "a")).isInstanceOf(Unreachable.class);
      witness.startAgain();

      assertThat(LOG.submit(client, 257, "b")).isEqualTo(new Refused(Refusal.INCONSISTENT));
      assertThat(LOG.submit(client, 257, "a")).isInstanceOf(Cosigned.class);
    }
  }
}
