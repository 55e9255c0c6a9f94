package dev.picturelock.kit.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxTest {
  private static final byte[] CLEAR = "a crowd".getBytes(UTF_8);

  private final Box box = Box.of(new byte[32], new Random(1));

  @Test
  void opensWhatItSealedInItsPlaceOnly() {
    var sealed = box.seal(CLEAR, "here");

    assertThat(box.open(sealed, "here"))
        .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(CLEAR));
    assertThat(box.open(sealed, "there")).isEmpty();
    assertThat(Box.of(key(1), new Random(1)).open(sealed, "here")).isEmpty();
  }

  @Test
  void sealsTheSameTwiceInTwoWays() {
    assertThat(box.seal(CLEAR, "here")).isNotEqualTo(box.seal(CLEAR, "here"));
  }

  @Test
  void opensNothingThatWasChangedOrCutOff() {
    var sealed = box.seal(CLEAR, "here");

    for (int i = 0; i < sealed.length; i++) {
      var changed = sealed.clone();
      changed[i] ^= 1;
      assertThat(box.open(changed, "here")).isEmpty();
      assertThat(box.open(java.util.Arrays.copyOf(sealed, i), "here")).isEmpty();
    }
  }

  private static byte[] key(int first) {
    var key = new byte[32];
    key[0] = (byte) first;
    return key;
  }
}
