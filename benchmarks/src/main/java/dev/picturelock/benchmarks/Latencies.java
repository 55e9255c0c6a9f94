package dev.picturelock.benchmarks;

import java.util.Arrays;

/// Every latency of a run, in nanoseconds; exact, because a run has thousands of them, not
/// billions.
public final class Latencies {
  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] sorted;

  private Latencies(long[] sorted) {
    this.sorted = sorted;
  }

  public static Latencies of(long[] nanos) {
    var sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(sorted);
  }

  public int count() {
    return sorted.length;
  }

  /// The smallest latency that at least this share of all requests did not exceed, in milliseconds.
  ///
  /// - **share** above 0 and at most 1; 1 is the longest
  public double millis(double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI;
  }
}
