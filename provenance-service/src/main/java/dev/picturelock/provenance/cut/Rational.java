package dev.picturelock.provenance.cut;

import java.math.BigDecimal;
import java.math.BigInteger;

/// An exact fraction in lowest terms, so that a million additions drift by nothing.
///
/// - **Units:** none of its own; times are seconds, rates are frames per second
/// - **Errors:** [ArithmeticException] when numerator or denominator outgrows 512 bits, which no
///   real timeline comes near but a made-up one with thousands of unrelated rates does
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {

  public static final Rational ZERO = of(0);

  private static final int MAX_BITS = 512;

  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("want a denominator other than 0");
    }
    var divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
    if (numerator.bitLength() > MAX_BITS || denominator.bitLength() > MAX_BITS) {
      throw new ArithmeticException("the exact fraction outgrows " + MAX_BITS + " bits");
    }
  }

  public static Rational of(long whole) {
    return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /// The decimal as it is written: `0.1` is one tenth, not the nearest double.
  public static Rational of(BigDecimal decimal) {
    return decimal.scale() <= 0
        ? new Rational(decimal.toBigIntegerExact(), BigInteger.ONE)
        : new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(new Rational(other.numerator.negate(), other.denominator));
  }

  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Rational dividedBy(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  public Rational min(Rational other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Rational max(Rational other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public int signum() {
    return numerator.signum();
  }

  public boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  /// The nearest whole number; a half goes up. It never reverses an order, so two things that meet
  /// before rounding meet after it.
  public long rounded() {
    var doubled = numerator.shiftLeft(1).add(denominator);
    var divisor = denominator.shiftLeft(1);
    var parts = doubled.divideAndRemainder(divisor);
    var floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    return floor.longValueExact();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return isWhole() ? numerator.toString() : numerator + "/" + denominator;
  }
}
