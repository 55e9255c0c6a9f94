package dev.picturelock.provenance.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimecodeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 24, 00:00:00:00",
    "86399, 24, 00:59:59:23",
    "86400, 24, 01:00:00:00",
    "86400, 23.976, 01:00:00:00",
    "-25, 25, -00:00:01:00",
    "107999, 29.97, 00:59:59:29"
  })
  void countsEveryFrame(long frames, BigDecimal rate, String timecode) {
    assertThat(Timecode.format(frames, FrameRate.of(rate), false)).isEqualTo(timecode);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 29.97, 00:00:00;00",
    "1799, 29.97, 00:00:59;29",
    "1800, 29.97, 00:01:00;02",
    "17981, 29.97, 00:09:59;29",
    "17982, 29.97, 00:10:00;00",
    "17984, 29.97, 00:10:00;02",
    "107892, 29.97, 01:00:00;00",
    "2589407, 29.97, 23:59:59;29",
    "3600, 59.94, 00:01:00;04",
    "215784, 59.94, 01:00:00;00"
  })
  void skipsTheNumbersOfDropFrame(long frames, BigDecimal rate, String timecode) {
    assertThat(Timecode.format(frames, FrameRate.of(rate), true)).isEqualTo(timecode);
  }

  @Test
  void refusesDropFrameWhereThereIsNone() {
    assertThatThrownBy(() -> Timecode.format(0, FrameRate.of(25), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("want 29.97 or 59.94 for drop-frame, got 25");
  }
}
