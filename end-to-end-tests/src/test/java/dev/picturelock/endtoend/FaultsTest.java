package dev.picturelock.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static final int MANY = 2_000;

  @Test
  void areTheSameForTheSameSeed() {
    assertThat(faults(7)).isEqualTo(faults(7)).isNotEqualTo(faults(8));
  }

  @Test
  void areAllChosenAndNoneThreeTimesInARow() {
    var faults = faults(7);

    assertThat(faults).contains(Fault.values());
    assertThat(IntStream.range(2, MANY))
        .noneMatch(i ->
            faults.get(i).equals(faults.get(i - 1)) && faults.get(i).equals(faults.get(i - 2)));
  }

  private static List<Fault> faults(long seed) {
    var faults = new Faults(List.of(Fault.values()), seed);
    return IntStream.range(0, MANY).mapToObj(_ -> faults.next()).toList();
  }
}
