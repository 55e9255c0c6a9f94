package dev.picturelock.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {

  @Test
  void noOwnIdIsTheNameOfAnItemOfABatch() {
    var third = IdempotencyKey.ofItem("K", 3, null);
    var own = IdempotencyKey.ofItem(null, 0, "K/3");

    assertThat(third).isNotNull().isNotEqualTo(own);
    assertThat(IdempotencyKey.shown(String.valueOf(third))).isEqualTo("K/3");
    assertThatThrownBy(() -> IdempotencyKey.ofItem(null, 0, third))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> IdempotencyKey.of(third, null)).isInstanceOf(ProblemException.class);
  }

  @Test
  void headerAndOwnIdMustAgree() {
    assertThat(IdempotencyKey.of("K", "K")).isEqualTo("K");
    assertThat(IdempotencyKey.of(null, "K")).isEqualTo("K");
    assertThat(IdempotencyKey.of(null, null)).isNull();
    assertThatThrownBy(() -> IdempotencyKey.of("K", "L")).isInstanceOf(ProblemException.class);
  }
}
