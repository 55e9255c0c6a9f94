package dev.picturelock.provenance.cut.otio;

import dev.picturelock.provenance.cut.CutTime;
import dev.picturelock.provenance.cut.FrameRate;
import dev.picturelock.provenance.cut.Rational;
import java.math.BigDecimal;
import java.util.Set;

/// Reads `RationalTime` and `TimeRange`.
final class Times {

  /// Thirty years; whatever is longer is a mistake or an attack.
  static final Rational LONGEST = Rational.of(1_000_000_000L);

  private static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal LOWEST_RATE = new BigDecimal("0.001");
  private static final int MAX_DIGITS = 40;
  private static final Set<Schema> TIME = Set.of(new Schema("RationalTime", 1));
  private static final Set<Schema> RANGE = Set.of(new Schema("TimeRange", 1));

  private Times() {}

  static CutTime time(At object) {
    Schema.known(object, TIME);
    var rate = rate(object.member("rate"));
    var value = Rational.of(decimal(object.member("value"), "a finite number"));
    var seconds = value.dividedBy(rate.perSecond());
    if (seconds.compareTo(LONGEST) > 0 || Rational.ZERO.minus(LONGEST).compareTo(seconds) > 0) {
      throw object.member("value").want("less than thirty years");
    }
    return new CutTime(seconds, rate);
  }

  static CutTime length(At object) {
    var length = time(object);
    if (length.seconds().signum() < 0) {
      throw object.member("value").want("no negative length");
    }
    return length;
  }

  static TimeRange range(At object) {
    Schema.known(object, RANGE);
    return new TimeRange(time(object.member("start_time")), length(object.member("duration")));
  }

  private static FrameRate rate(At number) {
    var want = "a positive number";
    var rate = decimal(number, want);
    if (rate.signum() <= 0) {
      throw number.want(want);
    }
    if (rate.compareTo(LOWEST_RATE) < 0 || rate.compareTo(HIGHEST_RATE) > 0) {
      throw number.want("a rate between 0.001 and 1000000");
    }
    return FrameRate.of(rate);
  }

  /// Bounded before it becomes a whole number: `1e999999999` is eleven characters of text and
  /// gigabytes of digits.
  private static BigDecimal decimal(At number, String want) {
    if (!(number.value() instanceof JsonValue.Numeral(var literal))
        || literal.endsWith("N")
        || literal.endsWith("y")
        || literal.endsWith("F")) {
      throw number.want(want);
    }
    try {
      var decimal = literal.length() > MAX_DIGITS ? BigDecimal.ZERO : new BigDecimal(literal);
      if (literal.length() > MAX_DIGITS || Math.abs((long) decimal.scale()) > MAX_DIGITS) {
        throw number.want("a number of at most " + MAX_DIGITS + " digits");
      }
      return decimal;
    } catch (NumberFormatException e) {
      throw number.want(want);
    }
  }

  /// @param start in the item's own time
  /// @param duration never negative
  record TimeRange(CutTime start, CutTime duration) {}
}
