package dev.picturelock.provenance.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.policy.KnownWitness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessPolicyTest {
  private static final String WITNESS =
      "witness w %s https://w.example/\n"
          .formatted(
              CosignatureSigner.ofSeed("w.example", new byte[32], () -> Instant.EPOCH)
                  .verifierKey());
  private static final LogId TITLE = LogId.first("t");
  private static final LogId LOG_OF_LOGS = LogId.first(LogId.LOG_OF_LOGS);

  @TempDir private Path folder = Path.of("set by JUnit");

  @Test
  void withoutAFileNobodyIsAskedAndNothingIsWitnessed() {
    var policy = new WitnessPolicy(new Settings(Optional.empty(), true));

    assertThat(policy.askable()).isEmpty();
    assertThat(policy.covers(LOG_OF_LOGS)).isFalse();
  }

  @Test
  void coversTitlesOnlyWhenItIsAskedTo() throws Exception {
    var file = file(WITNESS + "quorum w\n");

    var only = new WitnessPolicy(new Settings(Optional.of(file), false));
    var all = new WitnessPolicy(new Settings(Optional.of(file), true));

    assertThat(only.covers(LOG_OF_LOGS)).isTrue();
    assertThat(only.covers(TITLE)).isFalse();
    assertThat(all.covers(TITLE)).isTrue();
    assertThat(all.askable()).extracting(KnownWitness::name).containsExactly("w");
  }

  @Test
  void isAboutTheLogThatIsAskedForWhateverLogsTheFileLists() throws Exception {
    var other = Ed25519Signer.ofSeed("other", new byte[32]).verifierKey();
    var ours = Ed25519Signer.ofSeed("ours", new byte[32]).verifierKey();
    var file = file("log %s\n".formatted(other) + WITNESS + "quorum w\n");

    var policy = new WitnessPolicy(new Settings(Optional.of(file), false));

    assertThat(policy.of(LOG_OF_LOGS, ours).orElseThrow().logs())
        .singleElement()
        .satisfies(log -> assertThat(log.key()).isEqualTo(ours));
  }

  @Test
  void namesTheLineThatIsWrong() throws Exception {
    var file = file(WITNESS + "quorum nobody\n");

    assertThatThrownBy(() -> new WitnessPolicy(new Settings(Optional.of(file), false)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("line 2");
  }

  @Test
  void takesNoUrlThatCannotBeAsked() throws Exception {
    for (var url : new String[] {"ftp://w.example", "w.example", "https:///x"}) {
      var file = file(WITNESS.replace("https://w.example/", url) + "quorum w\n");

      assertThatThrownBy(() -> new WitnessPolicy(new Settings(Optional.of(file), false)))
          .as(url)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("witness");
    }
  }

  @Test
  void aFileThatIsNotThereEndsTheStart() {
    var missing = folder.resolve("missing");

    assertThatThrownBy(() -> new WitnessPolicy(new Settings(Optional.of(missing), false)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("missing");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("policy"), text);
  }

  private record Settings(Optional<Path> policy, boolean titles) implements WitnessConfig {
    @Override
    public Duration period() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration longestPause() {
      return Duration.ofSeconds(1);
    }
  }
}
