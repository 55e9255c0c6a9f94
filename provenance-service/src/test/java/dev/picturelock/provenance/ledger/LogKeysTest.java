package dev.picturelock.provenance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.Ed25519Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeysTest {
  private static final Instant NOW = Instant.EPOCH;
  private static final Set<String> NONE = Set.of();
  private static final String OTHER = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";

  @TempDir Path folder;

  @Test
  void noTwoLogsShareANameOrAKey() {
    var keys = keys();
    var first = keys.begin("demo", NOW, NONE::contains);
    var all =
        List.of(
            first,
            keys.successor(first, NOW, NONE::contains),
            keys.begin("other", NOW, NONE::contains),
            keys.begin("2", NOW, NONE::contains),
            keys.begin(LogId.LOG_OF_LOGS, NOW, NONE::contains),
            keys.successor(
                keys.begin(LogId.LOG_OF_LOGS, NOW, NONE::contains), NOW, NONE::contains));

    assertThat(all)
        .extracting(Head::origin)
        .containsExactly(
            "host/prov/demo",
            "host/prov/demo/2",
            "host/prov/other",
            "host/prov/2",
            "host/prov",
            "host/prov/.logs/2");
    assertThat(all).extracting(head -> keys.verifierKey(head).publicKey()).doesNotHaveDuplicates();
  }

  @Test
  void theNameOfALostLogIsNeverUsedAgain() {
    var keys = keys();
    var lost = Set.of("host/prov/demo", "host/prov/demo/2", "host/prov", "host/prov/.logs/3");

    var first = keys.begin("demo", NOW, lost::contains);
    var second = keys.successor(first, NOW, lost::contains);
    var logOfLogs = keys.begin(LogId.LOG_OF_LOGS, NOW, lost::contains);
    var afterIt = keys.successor(logOfLogs, NOW, lost::contains);

    assertThat(List.of(first, second, logOfLogs, afterIt))
        .extracting(Head::origin)
        .containsExactly(
            "host/prov/demo/3", "host/prov/demo/4", "host/prov/.logs/2", "host/prov/.logs/4");
    assertThat(second.log()).isEqualTo(new LogId("demo", 2));
    assertThat(keys.isLater("host/prov/demo/4", first)).isTrue();
    assertThat(keys.isLater("host/prov/demo/2", first)).isFalse();
    assertThat(keys.isLater("host/prov/other/9", first)).isFalse();
  }

  @Test
  void aNewMasterSecretSignsNewLogsAndTheOldOneItsOwn() throws IOException {
    var old = keys().begin("demo", NOW, NONE::contains);
    Files.writeString(folder.resolve("log-signing-2.seed"), OTHER);
    var keys = keys();

    assertThat(keys.signer(old).verifierKey().format()).isEqualTo(old.verifierKey());
    assertThat(keys.begin("demo", NOW, NONE::contains).verifierKey())
        .isNotEqualTo(old.verifierKey());
    assertThat(keys.successor(old, NOW, NONE::contains).verifierKey())
        .isNotEqualTo(old.verifierKey());
  }

  @Test
  void aLogWhoseSecretIsMissingIsNamedAndNotSigned() throws IOException {
    var old = keys().begin("demo", NOW, NONE::contains);
    Files.writeString(folder.resolve("log-signing.seed"), OTHER);
    var keys = keys();

    assertThatThrownBy(() -> keys.signer(old))
        .hasMessageContaining("no signing key for log host/prov/demo")
        .hasMessageContaining(old.verifierKey());
  }

  @Test
  void aLogFromBeforeKeysPerLogIsSignedByTheFirstSecretItself() throws IOException {
    Files.writeString(folder.resolve("log-signing.seed"), OTHER);
    Files.writeString(folder.resolve("log-signing-2.seed"), OTHER.replace("QUFB", "QUJD"));
    var legacy =
        new Head(
            LogId.first("demo"), 0, "host/prov/demo", "", TreeSize.ZERO, Hash.EMPTY_ROOT, "", NOW);

    assertThat(keys().verifierKey(legacy))
        .isEqualTo(
            Ed25519Signer.ofSeed("host/prov/demo", Base64.getDecoder().decode(OTHER))
                .verifierKey());
  }

  @Test
  void withoutTheFirstSecretNoOtherOneStandsInForIt() throws IOException {
    Files.writeString(folder.resolve("log-signing-2.seed"), OTHER);
    var legacy =
        new Head(
            LogId.first("demo"), 0, "host/prov/demo", "", TreeSize.ZERO, Hash.EMPTY_ROOT, "", NOW);
    var keys = keys();

    assertThatThrownBy(() -> keys.verifierKey(legacy))
        .hasMessageContaining("no signing key for log host/prov/demo");
  }

  private LogKeys keys() {
    return TestKeys.in(folder);
  }
}
