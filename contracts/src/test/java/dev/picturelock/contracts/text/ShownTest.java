package dev.picturelock.contracts.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

  @Test
  void cutsWhatIsLong() {
    assertThat(Shown.of("a".repeat(120))).isEqualTo("a".repeat(120));
    assertThat(Shown.of("a".repeat(50_000))).isEqualTo("a".repeat(120) + "…");
  }

  @Test
  void cutsNoCharacterInTwo() {
    assertThat(Shown.of("a".repeat(119) + "🎬🎬")).isEqualTo("a".repeat(119) + "…");
  }

  @Test
  void showsNothingWhereNothingWasSent() {
    assertThat(Shown.orNull(null)).isNull();
    assertThat(Shown.orNull(7)).isEqualTo("7");
  }
}
