package dev.picturelock.tlog.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The long attack: each parser in a process of its own under Jazzer, guided by coverage. What it
/// found stays in `target/fuzz/<target>`.
@Tag("fuzz")
class JazzerTest {

  private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
  private static final long SECONDS = Long.getLong("fuzz.seconds", 60);

  @ParameterizedTest
  @EnumSource
  void findsNothing(FuzzTarget target) throws IOException, InterruptedException {
    assumeThat(getClass().getResource("/" + JAZZER.replace('.', '/') + ".class"))
        .as("Jazzer on the class path, which only the profile fuzz puts there")
        .isNotNull();
    var folder = Files.createDirectories(Path.of("target", "fuzz", target.name()).toAbsolutePath());
    var log = folder.resolve("log.txt");

    var fuzzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                JAZZER,
                "--target_class=" + JazzerEntry.class.getName(),
                "--target_args=" + target.name(),
                "--instrumentation_includes=dev.picturelock.tlog.**",
                "-max_total_time=" + SECONDS,
                "-max_len=8192",
                "-print_final_stats=1",
                corpus(folder, target).toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    assertThat(fuzzer.waitFor()).as("the end of %s: %s", log, tail(log)).isZero();
  }

  private static Path corpus(Path folder, FuzzTarget target) throws IOException {
    var corpus = Files.createDirectories(folder.resolve("corpus"));
    int n = 0;
    for (byte[] seed : target.seeds()) {
      Files.write(corpus.resolve("seed-" + n++), seed);
    }
    return corpus;
  }

  private static String tail(Path log) throws IOException {
    var lines = Files.readAllLines(log);
    return lines.stream()
        .skip(Math.max(0, lines.size() - 40))
        .collect(Collectors.joining("\n", "\n", ""));
  }
}
