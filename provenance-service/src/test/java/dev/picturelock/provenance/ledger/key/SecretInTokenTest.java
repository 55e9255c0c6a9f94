package dev.picturelock.provenance.ledger.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against SoftHSM, in a process of its own because a token library reads its settings from the
/// environment.
class SecretInTokenTest {
  private static final List<Path> LIBRARIES =
      Stream.of(
              "/usr/lib/softhsm/libsofthsm2.so",
              "/usr/lib64/softhsm/libsofthsm.so",
              "/usr/lib64/pkcs11/libsofthsm2.so")
          .map(Path::of)
          .toList();

  @TempDir Path folder;

  @Test
  void theSecretIsMadeInTheTokenStaysThereAndYieldsTheSameKeysLater() throws Exception {
    var config = token();

    var first = derive(config, "1234", "log a");

    assertThat(first).hasSize(64);
    assertThat(derive(config, "1234", "log a")).isEqualTo(first);
    assertThat(derive(config, "1234", "log b")).hasSize(64).isNotEqualTo(first);
    assertThat(derive(config, "wrong", "log a")).contains("cannot be used for key 'master'");
  }

  @Test
  void aTokenThatIsNotThereIsNamed() {
    var config = folder.resolve("absent.cfg");

    assertThatThrownBy(() -> Token.open(config, "1234", "master"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(config.toString());
  }

  private Path token() throws IOException, InterruptedException {
    var library = LIBRARIES.stream().filter(Files::exists).findFirst();
    assumeTrue(library.isPresent(), "SoftHSM is not installed (Debian: softhsm2)");
    Files.createDirectory(folder.resolve("tokens"));
    Files.writeString(
        folder.resolve("softhsm2.conf"),
        "directories.tokendir = %s\nobjectstore.backend = file\n"
            .formatted(folder.resolve("tokens")));
    run(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "t",
        "--pin",
        "1234",
        "--so-pin",
        "12345678");
    return Files.writeString(
        folder.resolve("token.cfg"),
        "name = test\nlibrary = %s\nslotListIndex = 0\n".formatted(library.get()));
  }

  private String derive(Path config, String pin, String purpose)
      throws IOException, InterruptedException {
    return run(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        TokenProbe.class.getName(),
        config.toString(),
        pin,
        purpose);
  }

  private String run(String... command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.strip();
  }
}
