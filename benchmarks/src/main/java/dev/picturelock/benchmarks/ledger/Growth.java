package dev.picturelock.benchmarks.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/// How fast a table took its rows while it grew: for every batch when it began and ended.
final class Growth {
  private static final double NANOS = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  private final int batch;
  private final List<Long> tookNanos = new ArrayList<>();

  Growth(int batch) {
    this.batch = batch;
  }

  void add(long nanos) {
    tookNanos.add(nanos);
  }

  long entries() {
    return (long) tookNanos.size() * batch;
  }

  /// What was measured around a size: from half of it to one and a half, or to the end.
  Window around(long size) {
    int from = (int) Math.min(size / 2 / batch, tookNanos.size());
    int to = (int) Math.min((size + size / 2) / batch, tookNanos.size());
    return new Window(
        batch, tookNanos.subList(from, to).stream().mapToLong(Long::longValue).toArray());
  }

  /// - **nanos** of each batch
  record Window(int batch, long[] nanos) {
    double perSecond() {
      return nanos.length * (double) batch / (LongStream.of(nanos).sum() / NANOS);
    }

    double millis(double share) {
      var sorted = nanos.clone();
      Arrays.sort(sorted);
      return sorted.length == 0
          ? Double.NaN
          : sorted[Math.max((int) Math.ceil(share * sorted.length), 1) - 1] / NANOS_PER_MILLI;
    }

    String row(String what, long at) {
      return String.format(
          Locale.ROOT,
          "%-28s %6d %10d %9.0f %8.1f %8.1f %8.1f",
          what,
          batch,
          at,
          perSecond(),
          millis(0.5),
          millis(0.99),
          millis(1));
    }
  }
}
