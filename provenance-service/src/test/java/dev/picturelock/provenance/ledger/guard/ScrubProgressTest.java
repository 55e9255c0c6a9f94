package dev.picturelock.provenance.ledger.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScrubProgressTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Instant now = NOON;
  private final ScrubProgress progress = new ScrubProgress(() -> now, Duration.ofMinutes(10));

  @Test
  void aScrubberThatNeverEndsAPassIsStuckAfterThreePeriods() {
    later(30);
    assertThat(progress.stuckSince()).isEmpty();

    later(1);

    assertThat(progress.stuckSince()).contains(NOON);
    progress.ended();
    assertThat(progress.stuckSince()).isEmpty();
  }

  @Test
  void aLongPassIsNotStuckWhileItGoesOn() {
    for (int slice = 1; slice <= 10; slice++) {
      later(25);
      progress.audited(slice * 2_048L);
    }

    assertThat(progress.stuckSince()).isEmpty();
  }

  @Test
  void whoFailsAtTheSamePlaceAgainAndAgainIsStuck() {
    for (int attempt = 1; attempt <= 10; attempt++) {
      later(10);
      progress.audited(2_048);
      progress.failed();
    }

    assertThat(progress.stuckSince()).contains(NOON.plus(Duration.ofMinutes(40)));
  }

  @Test
  void anOutageInALongPassLetsItBeginAnew() {
    progress.audited(1_000_000);
    progress.failed();
    later(25);
    progress.audited(2_048);
    later(25);

    assertThat(progress.stuckSince()).isEmpty();
  }

  @Test
  void aVeryShortPeriodIsNoReasonForHaste() {
    var hasty = new ScrubProgress(() -> now, Duration.ofSeconds(1));

    later(4);

    assertThat(hasty.stuckSince()).isEmpty();
  }

  private void later(int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
  }
}
