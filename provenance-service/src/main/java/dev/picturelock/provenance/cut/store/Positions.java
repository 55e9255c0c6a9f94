package dev.picturelock.provenance.cut.store;

import java.util.List;
import java.util.stream.Stream;

/// Ledger positions of events that say something about one thing.
final class Positions {

  private Positions() {}

  static List<Long> joined(List<Long> earlier, List<Long> later) {
    return Stream.concat(earlier.stream(), later.stream()).toList();
  }
}
