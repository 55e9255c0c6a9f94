package dev.picturelock.benchmarks.ledger;

import dev.picturelock.tlog.merkle.Hash;
import java.util.Locale;

/// The floor below everything: one core that does nothing but hash the entries.
final class Sha256Floor {
  private static final int SOME = 30_000;
  private static final int ROUNDS = 20;

  private Sha256Floor() {}

  static String line(int bytes) {
    var entries = new Entries(bytes).next(SOME);
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      long hashed = entries.stream().map(entry -> Hash.leaf(entry.data())).distinct().count();
      best = Math.max(best, hashed / ((System.nanoTime() - start) / 1e9));
    }
    return String.format(Locale.ROOT, "# SHA-256 alone: %,.0f entries/s on one core%n", best);
  }
}
