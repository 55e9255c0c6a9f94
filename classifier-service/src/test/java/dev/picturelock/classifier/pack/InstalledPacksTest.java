package dev.picturelock.classifier.pack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.contracts.policy.PolicyPackFiles;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledPacksTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aFaultyPackStopsTheStartInTheWayThatPrintsOneLine() throws IOException {
    Files.createDirectories(folder.resolve("house-rules/1.0.0"));

    assertThatThrownBy(() -> InstalledPacks.packs(PolicyPackFiles.with(folder), () -> 0))
        .isInstanceOf(ConfigurationException.class)
        .hasNoCause()
        .message()
        .startsWith("policy pack house-rules@1.0.0: file not found: ")
        .doesNotContain("\n");
  }
}
