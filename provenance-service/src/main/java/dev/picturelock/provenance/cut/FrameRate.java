package dev.picturelock.provenance.cut;

import java.math.BigDecimal;
import java.math.BigInteger;

/// Frames per second, exact: 23.976, 23.98 and 23.976023976 all mean 24000/1001.
public record FrameRate(Rational perSecond) {

  private static final Rational NTSC = Rational.of(1000, 1001);
  private static final Rational NEAR = Rational.of(5, 1000);
  private static final long[] NTSC_BASES = {24, 30, 48, 60, 96, 120};

  public FrameRate {
    if (perSecond.signum() <= 0) {
      throw new IllegalArgumentException("want a positive frame rate, got " + perSecond);
    }
  }

  public static FrameRate of(long perSecond) {
    return new FrameRate(Rational.of(perSecond));
  }

  /// The rate that was meant by a decimal. Files write the NTSC rates with two to fifteen digits;
  /// within five thousandths of one of them nothing else is in use.
  public static FrameRate of(BigDecimal written) {
    var rate = Rational.of(written);
    if (!rate.isWhole()) {
      for (var base : NTSC_BASES) {
        var exact = Rational.of(base).times(NTSC);
        var distance = rate.minus(exact);
        if (distance.max(Rational.ZERO.minus(distance)).compareTo(NEAR) < 0) {
          return new FrameRate(exact);
        }
      }
    }
    return new FrameRate(rate);
  }

  /// Whole frames in one second of timecode: 24 for 23.976.
  public long nominal() {
    return Math.max(1, perSecond.rounded());
  }

  /// Drop-frame counting exists for 29.97 and 59.94 only.
  public boolean canDropFrames() {
    return perSecond.denominator().equals(BigInteger.valueOf(1001))
        && (nominal() == 30 || nominal() == 60);
  }

  @Override
  public String toString() {
    return perSecond.toString();
  }
}
