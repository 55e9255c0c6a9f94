package dev.picturelock.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeathsTest {
  private final Deaths deaths = new Deaths();

  @Test
  void pausesGrowUntilThePartStaysDown() {
    var pauses = new ArrayList<Long>();
    for (int n = 0; n < 6; n++) {
      pauses.add(deaths.next(Duration.ZERO).orElseThrow().toSeconds());
    }

    assertThat(pauses).isEqualTo(List.of(0L, 1L, 3L, 7L, 15L, 15L));
    assertThat(deaths.next(Duration.ZERO)).isEmpty();
    assertThat(deaths.inARow()).isEqualTo(7);
  }

  @Test
  void aPartThatWasReadyForAWhileIsStartedAtOnceHoweverOftenItDies() {
    for (int n = 0; n < 20; n++) {
      assertThat(deaths.next(Duration.ofSeconds(11))).hasValue(Duration.ZERO);
      assertThat(deaths.next(Duration.ofSeconds(2))).hasValue(Duration.ofSeconds(1));
    }
  }
}
