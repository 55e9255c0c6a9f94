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
  void whoFoundNoSecretTakesTheOneThatAnotherInstanceHasMadeSince() throws Exception {
    var config = token();

    var fast = begun(config);
    var slow = begun(config);
    goOn(fast);
    var made = fast.inputReader().readLine();
    goOn(slow);

    assertThat(made).hasSize(64);
    assertThat(slow.inputReader().readLine()).isEqualTo(made);
    assertThat(derive(config, "1234", "log a")).isEqualTo(made);
  }

  @Test
  void instancesThatMakeTheSecretAtTheSameTimeMakeOne() throws Exception {
    var config = token();

    var one = begun(config);
    var other = begun(config);
    goOn(one);
    goOn(other);

    var made = one.inputReader().readLine();
    assertThat(made).hasSize(64);
    assertThat(other.inputReader().readLine()).isEqualTo(made);
    assertThat(derive(config, "1234", "log a")).isEqualTo(made);
  }

  /// An instance that has found no secret.
  private Process begun(Path config) throws IOException {
    var probe = probe(config, "1234", "log a");
    assertThat(probe.inputReader().readLine()).isEqualTo(TokenProbe.NONE);
    return probe;
  }

  private static void goOn(Process probe) throws IOException {
    probe.outputWriter().write("go on\n");
    probe.outputWriter().flush();
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

  /// What is derived from the secret, which is made where there is none.
  private String derive(Path config, String pin, String purpose) throws IOException {
    var probe = probe(config, pin, purpose);
    var said = probe.inputReader().readLine();
    if (!TokenProbe.NONE.equals(said)) {
      return said;
    }
    goOn(probe);
    return probe.inputReader().readLine();
  }

  private Process probe(Path config, String pin, String purpose) throws IOException {
    return start(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        TokenProbe.class.getName(),
        config.toString(),
        pin,
        purpose);
  }

  private void run(String... command) throws IOException, InterruptedException {
    var process = start(command);
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private Process start(String... command) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    return builder.start();
  }
}
