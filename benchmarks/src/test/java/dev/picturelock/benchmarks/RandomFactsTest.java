package dev.picturelock.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.contracts.facts.FactsValidator;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class RandomFactsTest {

  @Test
  void areAcceptableAndNearlyAllDifferentAndSomeHaveStages() {
    var random = new RandomFacts(1);
    var different = new HashSet<Object>();
    int staged = 0;

    for (int i = 0; i < 1_000; i++) {
      var facts = random.next();
      assertThat(FactsValidator.validate(facts, "")).isEmpty();
      different.add(facts);
      staged += facts.containsKey("stages") ? 1 : 0;
    }

    assertThat(different).hasSizeGreaterThan(950);
    assertThat(staged).isBetween(50, 250);
  }
}
