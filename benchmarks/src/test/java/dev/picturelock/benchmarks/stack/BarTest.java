package dev.picturelock.benchmarks.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.benchmarks.Latencies;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BarTest {
  private static final int MILLIS = 1_000_000;

  @Test
  void aRateIsMetWhenSoManyAreAcceptedPerSecond() {
    var result = result(Map.of(200, 2), 5, 5);

    assertThat(Bar.rate(20).judge(result, 10).isMet()).isTrue();
    assertThat(Bar.rate(21).judge(result, 10)).hasToString(">= 21/s MISSED");
  }

  @Test
  void aWaitIsMetOnlyWhenEverybodyWasAccepted() {
    assertThat(Bar.p99Below(6).judge(result(Map.of(202, 2), 5, 5), 1))
        .hasToString("p99 < 6 ms met");
    assertThat(Bar.p99Below(5).judge(result(Map.of(202, 2), 5, 5), 1).isMet()).isFalse();
    assertThat(Bar.p99AtMost(5).judge(result(Map.of(202, 2), 5, 5), 1).isMet()).isTrue();
    assertThat(Bar.p99Below(6).judge(result(Map.of(202, 2, 429, 1), 5, 5), 1).isMet()).isFalse();
    assertThat(Bar.p99AtMost(6).judge(result(Map.of(0, 1)), 1).isMet()).isFalse();
  }

  private static Load.Result result(Map<Integer, Integer> statuses, long... millis) {
    var nanos = new long[millis.length];
    for (int i = 0; i < millis.length; i++) {
      nanos[i] = millis[i] * MILLIS;
    }
    return new Load.Result(Duration.ofSeconds(1), Latencies.of(nanos), new TreeMap<>(statuses));
  }
}
