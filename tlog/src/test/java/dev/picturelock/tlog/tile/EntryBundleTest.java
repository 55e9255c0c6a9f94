package dev.picturelock.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.MalformedException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryBundleTest {

  @Test
  void putsTheLengthBeforeEachEntry() {
    byte[] bundle = EntryBundle.encode(List.of(new byte[] {9}, new byte[0], new byte[258]));

    assertThat(bundle).hasSize(2 + 1 + 2 + 2 + 258).startsWith(0, 1, 9, 0, 0, 1, 2);
  }

  @Test
  void givesBackTheEntriesThatWentIn() {
    var entries = List.of(new byte[0], new byte[] {1, 2}, new byte[EntryBundle.MAX_ENTRY_BYTES]);

    var decoded = EntryBundle.decode(EntryBundle.encode(entries), entries.size());

    assertThat(decoded).containsExactlyElementsOf(entries);
  }

  @Test
  void refusesAnEntryTooLongForItsLength() {
    var tooLong = List.of(new byte[EntryBundle.MAX_ENTRY_BYTES + 1]);

    assertThatThrownBy(() -> EntryBundle.encode(tooLong)).isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesABundleThatIsCutOrHasMore() {
    byte[] bundle = EntryBundle.encode(List.of(new byte[] {1, 2, 3}, new byte[] {4}));

    for (int length = 0; length < bundle.length; length++) {
      byte[] cut = Arrays.copyOf(bundle, length);
      assertThatThrownBy(() -> EntryBundle.decode(cut, 2)).isInstanceOf(MalformedException.class);
    }
    byte[] longer = Arrays.copyOf(bundle, bundle.length + 1);
    assertThatThrownBy(() -> EntryBundle.decode(longer, 2)).isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> EntryBundle.decode(bundle, 1)).isInstanceOf(MalformedException.class);
  }

  @Test
  void holdsBetweenOneAndTwoHundredFiftySixEntries() {
    assertThatThrownBy(() -> EntryBundle.encode(List.of())).isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> EntryBundle.encode(Collections.nCopies(257, new byte[0])))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> EntryBundle.decode(new byte[0], 0))
        .isInstanceOf(MalformedException.class);
    assertThat(EntryBundle.encode(Collections.nCopies(256, new byte[0]))).hasSize(512);
    assertThat(EntryBundle.decode(new byte[512], 256)).hasSize(256);
  }
}
