package dev.picturelock.tlog.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A short attack on every parser with every build; `mvn -Pfuzz` makes it a long one.
class ParserFuzzTest {

  private static final int ROUNDS = 1_000;

  @ParameterizedTest
  @EnumSource
  void writesWhatItReads(FuzzTarget target) {
    assertThat(target.seeds()).isNotEmpty().allMatch(target::accepts);
  }

  @ParameterizedTest
  @EnumSource
  void throwsNothingButMalformed(FuzzTarget target) {
    var random = new Random(target.name().hashCode());
    var mutator = new Mutator(random);
    var seeds = target.seeds();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] data = mutator.mutate(seeds.get(random.nextInt(seeds.size())));
      try {
        target.accepts(data);
      } catch (RuntimeException e) {
        fail("round " + round + ": " + Base64.getEncoder().encodeToString(data), e);
      }
    }
  }
}
