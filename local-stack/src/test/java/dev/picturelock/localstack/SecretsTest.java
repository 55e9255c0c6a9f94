package dev.picturelock.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path temporary;

  @Test
  void makesEachSecretOnceAndOnlyForTheOwner() throws IOException {
    var secrets = new Secrets(temporary.resolve("secrets"));

    var first = secrets.get("master-key");
    var again = secrets.get("master-key");
    var other = secrets.get("db-intake");

    assertThat(Base64.getDecoder().decode(first)).hasSize(32);
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
    var file = temporary.resolve("secrets/master-key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
