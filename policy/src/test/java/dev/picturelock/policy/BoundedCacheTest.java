package dev.picturelock.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {
  private static final int SIZE = 10;

  @Test
  void forgetsWhatWasUsedLongestAgoAndNothingElse() {
    var cache = new BoundedCache<Integer, String>(SIZE);
    var computed = new AtomicInteger();
    for (int key = 0; key < SIZE; key++) {
      look(cache, key, computed);
    }

    look(cache, 0, computed);
    look(cache, SIZE, computed);
    look(cache, 0, computed);
    assertThat(computed).hasValue(SIZE + 1);

    look(cache, 1, computed);
    assertThat(computed).hasValue(SIZE + 2);
  }

  @Test
  void remembersNothingWhenToldSo() {
    var cache = new BoundedCache<Integer, String>(0);
    var computed = new AtomicInteger();

    look(cache, 1, computed);
    look(cache, 1, computed);

    assertThat(computed).hasValue(2);
  }

  @Test
  void givesEveryThreadTheValueOfItsOwnKey() {
    var cache = new BoundedCache<Integer, String>(SIZE);

    IntStream.range(0, 100_000)
        .parallel()
        .forEach(i -> {
          int key = i % (2 * SIZE);
          assertThat(cache.get(key, () -> "value " + key)).isEqualTo("value " + key);
        });
  }

  private static void look(BoundedCache<Integer, String> cache, int key, AtomicInteger computed) {
    cache.get(key, () -> "value " + computed.incrementAndGet());
  }
}
