package dev.picturelock.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The command line in a process of its own, as `./picturelock` starts it.
final class Cli {

  private static final Path JAR = RunningStack.ROOT.resolve("cli/target/picturelock-cli.jar");
  private static final int PATIENCE_SECONDS = 300;

  private final Path folder;
  private final Map<String, String> environment;

  /// - **folder** where it runs, so that arguments can be plain file names
  Cli(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /// What a run came to.
  record Run(int exitCode, String output) {}

  Run run(String... arguments) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        Stream.concat(Stream.of(java, "-jar", JAR.toString()), Stream.of(arguments)).toList();
    try {
      var output = Files.createTempFile(folder, "cli", ".out");
      var process = start(command, output);
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new Run(process.exitValue(), Files.readString(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Process start(List<String> command, Path output) throws IOException {
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }
}
