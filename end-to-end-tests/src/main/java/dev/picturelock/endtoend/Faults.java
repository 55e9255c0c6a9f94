package dev.picturelock.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Chooses a fault for each round, the same ones for the same seed.
///
/// The same fault never comes a third time in a row, so that few rounds meet many.
final class Faults {

  private final List<Fault> weighted = new ArrayList<>();
  private final SplittableRandom random;
  private final List<Fault> last = new ArrayList<>();

  Faults(List<Fault> choice, long seed) {
    for (var fault : choice) {
      for (int i = 0; i < fault.weight(); i++) {
        weighted.add(fault);
      }
    }
    this.random = new SplittableRandom(seed);
  }

  Fault next() {
    var drawn = draw();
    while (last.size() == 2 && last.stream().allMatch(drawn::equals) && isChoice()) {
      drawn = draw();
    }
    last.add(drawn);
    if (last.size() > 2) {
      last.removeFirst();
    }
    return drawn;
  }

  private boolean isChoice() {
    return weighted.stream().distinct().count() > 1;
  }

  private Fault draw() {
    return weighted.get(random.nextInt(weighted.size()));
  }
}
