package dev.picturelock.provenance.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.kit.disclosure.Disclosure;
import dev.picturelock.provenance.disclosure.Arrived;
import dev.picturelock.provenance.disclosure.Subject;
import dev.picturelock.provenance.erasure.Erasure.Target.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LateErasuresTest {

  /// Each locks the log of its title: in any other order two instances could wait for one another.
  @Test
  void lateValuesOfManyTitlesAreErasedInTheOrderOfTheTitles() {
    var late = new HashMap<Arrived, Erasure>();
    IntStream.range(0, 50).forEach(number -> late.put(value(number), asked(number % 20)));

    var inOrder = LateErasures.byErasure(Map.copyOf(late));

    assertThat(inOrder.keySet()).extracting(Erasure::titleId).isSorted().hasSize(20);
    assertThat(inOrder.values().stream().mapToInt(gone -> gone.size()).sum()).isEqualTo(50);
  }

  private static Arrived value(int number) {
    var digest = "digest " + number;
    return new Arrived(
        new UUID(1, number),
        digest,
        new Disclosure("salt", "prompt", digest),
        new Subject(title(number % 20), "shared/00"),
        null);
  }

  private static Erasure asked(int number) {
    return new Erasure(
        new UUID(2, 99 - number),
        title(number),
        Instant.EPOCH,
        Ground.CONTRACT,
        "user:kim",
        new Person("p_0"));
  }

  private static String title(int number) {
    return "title%02d".formatted(number * 7 % 20);
  }
}
