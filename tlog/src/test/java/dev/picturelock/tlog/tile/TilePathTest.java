package dev.picturelock.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.TreeSize;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, tile/0/000",
    "0, 999, 256, tile/0/999",
    "1, 1000, 256, tile/1/x001/000",
    "63, 1234067, 256, tile/63/x001/x234/067",
    "0, 273, 112, tile/0/273.p/112",
    "2, 0, 1, tile/2/000.p/1",
    "0, 9223372036854775807, 255, tile/0/x009/x223/x372/x036/x854/x775/807.p/255"
  })
  void namesHashTilesAndReadsTheNamesBack(int level, long n, int width, String path) {
    var tile = new HashTile(level, n, width);

    assertThat(tile.path()).isEqualTo(path);
    assertThat(TilePath.parse(path)).isEqualTo(tile);
  }

  @Test
  void namesEntryBundlesAndReadsTheNamesBack() {
    var bundle = new EntryTile(1234067, 7);

    assertThat(bundle.path()).isEqualTo("tile/entries/x001/x234/067.p/7");
    assertThat(TilePath.parse(bundle.path())).isEqualTo(bundle);
    assertThat(bundle.first().value()).isEqualTo(1234067L * 256);
  }

  @Test
  void namesTheLastBundleThereCanBe() {
    var last = (EntryTile) TilePath.parse("tile/entries/x036/x028/x797/x018/x963/967.p/255");

    assertThat(last.first().value()).isEqualTo(Long.MAX_VALUE - 255);
  }

  @Test
  void readsBackEveryNameItWrites() {
    var random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      long n = random.nextLong() >>> (1 + random.nextInt(63));
      int width = 1 + random.nextInt(256);

      var hashes = new HashTile(random.nextInt(64), n, width);
      var entries = new EntryTile(n / 256, width);

      assertThat(TilePath.parse(hashes.path())).isEqualTo(hashes);
      assertThat(TilePath.parse(entries.path())).isEqualTo(entries);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile",
        "tile/0",
        "tile/0/",
        "/tile/0/000",
        "tile/0/000/",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/data/000",
        "tile/0/0",
        "tile/0/0000",
        "tile/0/x000/000",
        "tile/0/x000/x001/000",
        "tile/0/001/000",
        "tile/0/x001/x000",
        "tile/0/X001/000",
        "tile/0/x010/x223/x372/x036/x854/x775/808",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/entries/x036/x028/x797/x018/x963/968",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p/999",
        "tile/0/000.p/",
        "tile/0/000.p",
        "tile/0/000.P/1",
        "tile/0/000\n",
        "tile/0/٠٠٠",
        "tile/0/../000",
        "tile/entries/../0/000"
      })
  void refusesEveryOtherName(String path) {
    assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(MalformedException.class);
  }

  @Test
  void isMadeOfLevelIndexAndWidthInTheirBounds() {
    assertThatThrownBy(() -> new HashTile(-1, 0, 1)).hasMessageStartingWith("tile level");
    assertThatThrownBy(() -> new HashTile(64, 0, 1)).hasMessageStartingWith("tile level");
    assertThatThrownBy(() -> new HashTile(0, -1, 1)).hasMessageStartingWith("tile index");
    assertThatThrownBy(() -> new HashTile(0, 0, 0)).hasMessageStartingWith("tile width");
    assertThatThrownBy(() -> new HashTile(0, 0, 257)).hasMessageStartingWith("tile width");
    assertThatThrownBy(() -> new EntryTile(-1, 1)).hasMessageStartingWith("tile index");
    assertThatThrownBy(() -> new EntryTile(0, 0)).hasMessageStartingWith("tile width");
    assertThat(new HashTile(63, 0, 256).isFull()).isTrue();
    assertThat(new EntryTile(0, 255).isFull()).isFalse();
  }

  @Test
  void refusesAnEndlessName() {
    var path = "tile/0/" + "x000/".repeat(100_000) + "000";

    assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(MalformedException.class);
  }

  @Test
  void knowsWhichTilesATreeHas() {
    var size = new TreeSize(70_000);

    assertThat(new HashTile(0, 272, 256).existsAt(size)).isTrue();
    assertThat(new HashTile(0, 273, 112).existsAt(size)).isTrue();
    assertThat(new HashTile(0, 273, 113).existsAt(size)).isFalse();
    assertThat(new HashTile(0, 274, 1).existsAt(size)).isFalse();
    assertThat(new HashTile(1, 1, 17).existsAt(size)).isTrue();
    assertThat(new HashTile(1, 1, 18).existsAt(size)).isFalse();
    assertThat(new HashTile(2, 0, 1).existsAt(size)).isTrue();
    assertThat(new HashTile(3, 0, 1).existsAt(size)).isFalse();
    assertThat(new HashTile(8, 0, 1).existsAt(size)).isFalse();
    assertThat(new EntryTile(273, 112).existsAt(size)).isTrue();
    assertThat(new EntryTile(273, 113).existsAt(size)).isFalse();
    assertThat(new HashTile(1, 0, 1).existsAt(new TreeSize(256))).isTrue();
    assertThat(new HashTile(1, 0, 1).existsAt(new TreeSize(255))).isFalse();
  }
}
