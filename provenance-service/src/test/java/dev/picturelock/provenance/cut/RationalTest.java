package dev.picturelock.provenance.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RationalTest {

  @Test
  void addsATenthTenThousandTimesWithoutDrift() {
    var tenth = Rational.of(new BigDecimal("0.1"));

    var sum = Rational.ZERO;
    for (int i = 0; i < 10_000; i++) {
      sum = sum.plus(tenth);
    }

    assertThat(sum).isEqualTo(Rational.of(1000));
  }

  @Test
  void keepsLowestTermsAndAPositiveDenominator() {
    var fraction = Rational.of(6, -8);

    assertThat(fraction).hasToString("-3/4").isEqualTo(Rational.of(-3, 4));
  }

  @ParameterizedTest
  @CsvSource({"1,2,1", "3,2,2", "-1,2,0", "-3,2,-1", "5,3,2", "4,3,1", "-5,3,-2", "7,1,7"})
  void roundsToTheNearestAndAHalfUp(long numerator, long denominator, long rounded) {
    assertThat(Rational.of(numerator, denominator).rounded()).isEqualTo(rounded);
  }

  @Test
  void refusesToGrowWithoutEnd() {
    var big = new Rational(BigInteger.ONE.shiftLeft(400), BigInteger.ONE);

    assertThatThrownBy(() -> big.times(big)).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "23.976, 24000/1001",
    "23.98, 24000/1001",
    "23.976023976023978, 24000/1001",
    "29.97, 30000/1001",
    "59.94, 60000/1001",
    "24, 24",
    "24.0, 24",
    "12.5, 25/2"
  })
  void readsTheRateThatWasMeant(BigDecimal written, String exact) {
    assertThat(FrameRate.of(written)).hasToString(exact);
  }
}
