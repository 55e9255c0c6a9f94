package dev.picturelock.kit.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
  private final Places places = new Places(64);

  @Test
  void whoTakesAllTheyCanGetLeavesHalfForTheOthers() {
    assertThat(takeAll("greedy")).isEqualTo(32);
    assertThat(takeAll("greedy too")).isEqualTo(16);

    assertThat(places.take("modest")).isTrue();
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    assertThat(takeAll("one")).isEqualTo(32);

    places.giveBack("one");

    assertThat(takeAll("one")).isEqualTo(1);
  }

  @Test
  void aThousandAccountsGetNoMoreThanThereAre() {
    int taken = 0;
    for (int i = 0; i < 1_000; i++) {
      taken += takeAll("account " + i);
    }

    assertThat(taken).isEqualTo(64);
    assertThat(places.take("another")).isFalse();
  }

  @Test
  void whatIsLargeCountsAsMuchAsItIs() {
    assertThat(places.take("one", 33)).isTrue();
    assertThat(places.take("one", 1)).isFalse();
    assertThat(places.take("other", 32)).isFalse();

    places.giveBack("one", 33);

    assertThat(places.take("other", 32)).isTrue();
    assertThat(takeAll("one")).isEqualTo(16);
  }

  private int takeAll(String account) {
    int taken = 0;
    while (places.take(account)) {
      taken++;
    }
    return taken;
  }
}
