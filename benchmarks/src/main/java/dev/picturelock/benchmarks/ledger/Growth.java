package dev.picturelock.benchmarks.ledger;

import dev.picturelock.benchmarks.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How fast a table took its rows while it grew: for every batch when it began and ended.
final class Growth {
  private static final double NANOS = 1e9;

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
        batch,
        Latencies.of(tookNanos.subList(from, to).stream().mapToLong(Long::longValue).toArray()),
        tookNanos.subList(from, to).stream().mapToLong(Long::longValue).sum());
  }

  /// - **each** how long batches took
  record Window(int batch, Latencies each, long nanos) {
    double perSecond() {
      return each.count() * (double) batch / (nanos / NANOS);
    }

    String row(String what, long at) {
      return String.format(
          Locale.ROOT,
          "%-28s %6d %10d %9.0f %8.1f %8.1f %8.1f",
          what,
          batch,
          at,
          perSecond(),
          each.millis(0.5),
          each.millis(0.99),
          each.millis(1));
    }
  }
}
