package dev.picturelock.benchmarks.stack;

import java.util.Locale;

/// What a measurement was to reach, and whether it did.
record Bar(String wanted, boolean isMet) {
  private static final double P99 = 0.99;

  /// A bar before anything is measured.
  interface Wanted {
    Bar judge(Load.Result result, int registrationsInEach);
  }

  /// Nothing was wanted.
  static Wanted none() {
    return (_, _) -> new Bar("", true);
  }

  /// At least so many are accepted per second.
  static Wanted rate(double perSecond) {
    return (result, each) ->
        new Bar(
            String.format(Locale.ROOT, ">= %.0f/s", perSecond),
            result.perSecond(each) >= perSecond);
  }

  /// Of 100 senders 99 wait for less, and everybody was accepted: who is turned away waits for
  /// longer than any figure says.
  static Wanted p99Below(double millis) {
    return (result, _) ->
        new Bar(
            String.format(Locale.ROOT, "p99 < %.0f ms", millis),
            result.latencies().millis(P99) < millis && result.allAccepted());
  }

  /// The same, for no longer than that.
  static Wanted p99AtMost(double millis) {
    return (result, _) ->
        new Bar(
            String.format(Locale.ROOT, "p99 <= %.0f ms", millis),
            result.latencies().millis(P99) <= millis && result.allAccepted());
  }

  @Override
  public String toString() {
    return wanted.isEmpty() ? "" : wanted + (isMet ? " met" : " MISSED");
  }
}
