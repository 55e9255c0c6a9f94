package dev.picturelock.provenance.ledger.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.provenance.ledger.log.SomeKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterSecretsTest {
  private static final String OTHER = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";

  @TempDir Path folder;

  @Test
  void noneIsMadeUnasked() {
    var absent = folder.resolve("not-mounted");

    var none = new MasterSecrets(absent, Optional.empty(), new Random(1));

    assertThat(none.all()).isEmpty();
    assertThat(none.lackNewest()).isTrue();
    assertThat(none.describe()).contains("not-mounted");
    assertThat(absent).doesNotExist();
  }

  @Test
  void theFirstOneIsMadeOnceAndOnlyItsOwnerMayReadIt() throws IOException {
    var first = load().getFirst().derive("log a");

    assertThat(load()).hasSize(1);
    assertThat(load().getFirst().derive("log a")).isEqualTo(first).hasSize(32);
    assertThat(load().getFirst().derive("log b")).isNotEqualTo(first);
    try (var files = Files.list(folder)) {
      var only = files.toList();
      assertThat(only).hasSize(1);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(only.getFirst())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void theHighestNumberIsTheNewestAndTheOthersStay() throws IOException {
    var first = load().getFirst().derive("log");
    SomeKeys.write(folder.resolve("log-signing-2.seed"), OTHER);
    SomeKeys.write(folder.resolve("log-signing-10.seed"), OTHER.replace("QUFB", "QUJD"));

    var all = load();

    assertThat(all).hasSize(3);
    assertThat(all.getFirst().name()).endsWith("log-signing-10.seed");
    assertThat(all.getLast().derive("log")).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "QUFB", "not base64 at all!"})
  void aBrokenSecretEndsTheStartAndIsNotQuoted(String content) throws IOException {
    SomeKeys.write(folder.resolve("log-signing.seed"), content);

    assertThatThrownBy(this::load)
        .hasMessageContaining("log-signing.seed: want 32 bytes as base64")
        .message()
        .doesNotContain(content.isEmpty() ? "\0" : content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-rw----"})
  void aSecretThatOthersMayReadOrChangeIsRefused(String rights) throws IOException {
    var file = folder.resolve("log-signing.seed");
    SomeKeys.write(file, OTHER);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

    assertThatThrownBy(this::load).hasMessageContaining(file + ": others may read or change it");
  }

  private List<MasterSecret> load() {
    var secrets = new MasterSecrets(folder, Optional.empty(), new Random(1));
    if (secrets.lackNewest()) {
      secrets.makeNewest();
    }
    return secrets.all();
  }
}
