package dev.picturelock.classifier;

import dev.picturelock.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void theServiceKeepsTheRules() {
    ArchitectureRules.check(
        "dev.picturelock.classifier",
        "org.kie..",
        "com.fasterxml.jackson..",
        "io.quarkus.runtime..");
  }
}
