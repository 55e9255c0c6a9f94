package dev.picturelock.benchmarks.ledger;

import dev.picturelock.benchmarks.Latencies;
import java.sql.SQLException;
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

  /// Appends so many entries and measures each batch.
  static Growth of(Appending target, Entries made, int batch, long count) throws SQLException {
    var growth = new Growth(batch);
    while (growth.entries() < count) {
      var next = made.next(batch);
      long start = System.nanoTime();
      target.append(next);
      growth.add(System.nanoTime() - start);
    }
    return growth;
  }

  /// From the first batch to the last.
  double perSecond() {
    return window(0, tookNanos.size()).perSecond();
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
    return window(from, to);
  }

  private Window window(int from, int to) {
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
