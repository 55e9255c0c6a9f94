package dev.picturelock.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {

  @TempDir Path temporary;

  @Test
  void areTheLastLineOfALog() throws IOException {
    assertThat(LastWords.of(log("INFO starting\npolicy pack a@1.0.0: rule K2, cell K2_tier\n\n")))
        .contains("policy pack a@1.0.0: rule K2, cell K2_tier");
  }

  @Test
  void areTheInnermostCauseOfAStackTrace() throws IOException {
    var trace =
        """
        ERROR Failed to start application: java.lang.RuntimeException: outer
        \tat a.B.c(B.java:1)
        Caused by: java.nio.file.NoSuchFileException: /packs
        \tat a.B.d(B.java:2)
        \t... 12 more
        """;

    assertThat(LastWords.of(log(trace))).contains("NoSuchFileException: /packs");
  }

  @Test
  void cannotSteerTheTerminalAndAreNotEndless() throws IOException {
    var words = LastWords.of(log("\033[2Jgone " + "x".repeat(5000))).orElseThrow();

    assertThat(words).startsWith("?[2Jgone ").hasSizeLessThan(1300).endsWith("…");
  }

  @Test
  void areNothingWhereNothingWasSaid() throws IOException {
    assertThat(LastWords.of(temporary.resolve("missing"))).isEmpty();
    assertThat(LastWords.of(log("\n \n"))).isEmpty();
  }

  @Test
  void areToldWithTheFailureOfAPartThatEndsBeforeItIsReady() {
    var command =
        new Command(
            List.of("sh", "-c", "echo policy pack a@1.0.0: installed twice; exit 1"),
            Map.of(),
            temporary.resolve("log"));
    var process = command.start();

    assertThatThrownBy(() ->
            Readiness.await("classifier", process, command, Duration.ofSeconds(60), () -> false))
        .hasMessageContaining("classifier ended with 1 before it was ready")
        .hasMessageEndingWith("it said: policy pack a@1.0.0: installed twice");
  }

  private Path log(String content) throws IOException {
    return Files.writeString(temporary.resolve("log"), content);
  }
}
