package dev.picturelock.approval;

import dev.picturelock.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void followsTheRulesOfEveryService() {
    ArchitectureRules.check("dev.picturelock.approval", "com.fasterxml.jackson.annotation..");
  }
}
