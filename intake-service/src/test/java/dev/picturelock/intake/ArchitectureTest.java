package dev.picturelock.intake;

import dev.picturelock.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void followsTheHouseRules() {
    ArchitectureRules.check("dev.picturelock.intake");
  }
}
