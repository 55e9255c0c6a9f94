package dev.picturelock.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

  @Test
  void theHeaderNamesTheMachineTheJdkAndTheVersions() {
    var printed = new ByteArrayOutputStream();

    Surroundings.here().print(new PrintStream(printed, true, StandardCharsets.UTF_8), "nothing");

    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> !line.isEmpty())
        .allMatch(line -> line.startsWith("# "))
        .anyMatch(line -> line.contains(" cores, "))
        .anyMatch(line -> line.contains(System.getProperty("java.vm.version")))
        .anyMatch(line -> line.matches("# parts .*Kafka \\d+\\.\\d+.*Quarkus \\d+\\.\\d+.*"));
  }
}
