package dev.picturelock.provenance.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(5));

  @Test
  void pausesTwiceAsLongAfterEachFailureButNotForEver() {
    assertThat(backOff.isOver(NOON)).isTrue();

    for (long seconds : new long[] {1, 2, 4, 5, 5}) {
      backOff.failed(NOON);

      assertThat(backOff.isOver(NOON.plusSeconds(seconds).minusNanos(1))).isFalse();
      assertThat(backOff.isOver(NOON.plusSeconds(seconds))).isTrue();
    }
  }

  @Test
  void beginsAnewAfterASuccess() {
    backOff.failed(NOON);
    backOff.failed(NOON);
    assertThat(backOff.isNews()).isFalse();

    backOff.succeeded();

    assertThat(backOff.isOver(NOON)).isTrue();
    backOff.failed(NOON);
    assertThat(backOff.isNews()).isTrue();
    assertThat(backOff.isOver(NOON.plusSeconds(1))).isTrue();
  }

  @Test
  void staysWithTheLongestPauseHoweverOftenItFails() {
    for (int i = 0; i < 100; i++) {
      backOff.failed(NOON);
    }

    assertThat(backOff.isOver(NOON.plusSeconds(5))).isTrue();
    assertThat(backOff.isOver(NOON.plusSeconds(4))).isFalse();
  }
}
