package dev.picturelock.classifier;

import dev.picturelock.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void theServiceKeepsTheRules() {
    ArchitectureRules.check(
        "dev.picturelock.classifier", "dev.picturelock.policy..", "io.quarkus.runtime..");
  }
}
