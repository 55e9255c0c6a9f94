package dev.picturelock.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.cli.log.LogCopy.Result.Copied;
import dev.picturelock.cli.log.LogCopy.Result.Refused;
import dev.picturelock.tlog.merkle.TreeSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogCopyTest {

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 255, 256, 257, 511, 513, 66_000})
  void copiesALogExactlyAsItIsServed(int size) throws IOException {
    var log = SampleLog.of(size);

    var result = Copies.copy(log, folder);

    assertThat(result)
        .isInstanceOfSatisfying(
            Copied.class, copied -> assertThat(copied.log().root()).isEqualTo(log.root()));
    Copies.holds(folder, log);
    var files = Copies.files(folder);
    assertThat(files.remove("key")).isNotNull();
    assertThat(files.keySet()).isEqualTo(log.files.keySet());
  }

  @Test
  void followsALogThroughAllTheSizesItPublishes() throws IOException {
    var log = new SampleLog();

    for (int size : new int[] {0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 1_024, 1_025}) {
      Copies.copy(log.growTo(size), folder);
      Copies.holds(folder, log);
    }

    // A partial tile goes when the full one is there, and no sooner.
    assertThat(Copies.files(folder).keySet())
        .contains("tile/1/000.p/1", "tile/1/000.p/2", "tile/1/000.p/4", "tile/0/004.p/1")
        .doesNotContain("tile/0/000.p/3", "tile/entries/001.p/1", "tile/entries/001.p/255");
  }

  @Test
  void asksOnlyForWhatIsMissing() {
    var log = SampleLog.of(600);
    Copies.copy(log, folder);
    log.asked.clear();

    Copies.copy(log, folder);
    assertThat(log.asked).containsOnly("checkpoint");

    Copies.copy(log.growTo(700), folder);
    assertThat(log.asked).containsOnly("checkpoint", "tile/entries/002.p/188", "tile/0/002.p/188");
  }

  @Test
  void changesNothingWhenNothingIsNew() throws IOException {
    var log = SampleLog.of(600);
    Copies.copy(log, folder, DurableFiles.DISK);
    var before = Files.getLastModifiedTime(folder.resolve("checkpoint"));

    var result = Copies.copy(log, folder, DurableFiles.DISK);

    assertThat(result)
        .isInstanceOfSatisfying(
            Copied.class, copied -> assertThat(copied.before()).isEqualTo(new TreeSize(600)));
    assertThat(Files.getLastModifiedTime(folder.resolve("checkpoint"))).isEqualTo(before);
    Copies.holds(folder, log);
  }

  @ParameterizedTest
  @ValueSource(ints = {599, 600, 601, 800})
  void refusesALogWithAnotherPastAndLeavesTheFolderAsItWas(int size) throws IOException {
    var log = SampleLog.of(600);
    Copies.copy(log, folder);
    var before = Copies.files(folder);
    var fork = SampleLog.of(300).add("something else").growTo(size);

    var result = Copies.copy(fork, folder);

    assertThat(result)
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.reason())
                    .contains("600", String.valueOf(size))
                    .contains(log.root().toHex(), fork.root().toHex()));
    assertThat(Copies.files(folder)).isEqualTo(before);
  }

  @Test
  void refusesALogOfAnotherKeyAndAFolderOfAnotherLog() throws IOException {
    var stranger = new SampleLog(SampleLog.signer(SampleLog.ORIGIN, 9)).growTo(5);
    var other = new SampleLog(SampleLog.signer("localhost/prov/other", 1)).growTo(5);

    assertThat(Copies.copy(stranger, folder)).isInstanceOf(Refused.class);
    assertThat(folder.resolve("checkpoint")).doesNotExist();

    Files.write(folder.resolve("checkpoint"), other.checkpoint());
    assertThat(Copies.copy(SampleLog.of(5), folder))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).contains("holds a log that is not this one"));

    Files.write(folder.resolve("checkpoint"), new byte[] {1});
    assertThat(Copies.copy(SampleLog.of(5), folder))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).contains("holds a broken checkpoint"));
  }

  @Test
  void takesNoDamagedFileFromAServerAndLeavesTheFolderAsItWas() throws IOException {
    Copies.copy(SampleLog.of(300), folder);
    var before = Copies.files(folder);

    for (var path :
        List.of(
            "tile/entries/001",
            "tile/entries/002.p/88",
            "tile/0/001",
            "tile/0/002.p/88",
            "tile/1/000.p/2",
            "checkpoint")) {
      var log = SampleLog.of(600);
      log.flip(path);
      var incomplete = SampleLog.of(600);
      incomplete.files.remove(path);

      assertThat(Copies.copy(log, folder)).as(path).isInstanceOf(Refused.class);
      assertThat(Copies.files(folder)).as(path).isEqualTo(before);
      if (!path.equals("checkpoint")) {
        assertThat(Copies.copy(incomplete, folder)).as(path).isInstanceOf(Refused.class);
        assertThat(Copies.files(folder)).as(path).isEqualTo(before);
      }
    }
    assertThat(Copies.copy(SampleLog.of(600), folder)).isInstanceOf(Copied.class);
    Copies.holds(folder, SampleLog.of(600));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tile/1/000.p/2", "tile/0/002.p/88"})
  void fetchesAllAgainWhenTheFoldersOwnTilesDoNotLeadToItsCheckpoint(String path)
      throws IOException {
    var log = SampleLog.of(600);
    Copies.copy(log, folder);
    byte[] spoiled = Files.readAllBytes(folder.resolve(path));
    spoiled[7] ^= 1;
    Files.write(folder.resolve(path), spoiled);
    Files.write(folder.resolve("tile/entries/000"), new byte[] {1, 2, 3});

    var result = Copies.copy(log.growTo(700), folder);

    assertThat(result).isInstanceOf(Copied.class);
    Copies.holds(folder, log);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tile/entries/000", "tile/entries/002.p/88", "tile/0/000", "tile/1/000.p/2"})
  void repairsWhateverIsDamagedWhenAllIsLookedAt(String path) throws IOException {
    var log = SampleLog.of(600);
    Copies.copy(log, folder);
    var before = Copies.files(folder);
    byte[] spoiled = Files.readAllBytes(folder.resolve(path));
    spoiled[spoiled.length / 2] ^= 1;

    Files.write(folder.resolve(path), spoiled);
    var changed = Copies.copyWhole(log, folder);
    Files.delete(folder.resolve(path));
    var missing = Copies.copyWhole(log, folder);

    assertThat(changed)
        .isInstanceOfSatisfying(Copied.class, copied -> assertThat(copied.repaired()).isPresent());
    assertThat(missing).isInstanceOf(Copied.class);
    assertThat(Copies.files(folder)).isEqualTo(before);
  }

  @Test
  void asksForNothingThatIsHereAndHoldsWhenAllIsLookedAt() {
    var log = SampleLog.of(600);
    Copies.copy(log, folder);
    log.asked.clear();

    var result = Copies.copyWhole(log, folder);

    assertThat(result)
        .isInstanceOfSatisfying(Copied.class, copied -> assertThat(copied.repaired()).isEmpty());
    assertThat(log.asked).containsOnly("checkpoint");
  }

  @Test
  void putsAsideWhatABrokenRunLeft() throws IOException {
    var log = SampleLog.of(600);
    Copies.copy(log, folder);
    leave("tile/entries/002");
    leave("tile/0/002");
    leave("tile/entries/000");
    leave("tile/0/900");
    leave("tile/0/003.p/9");
    leave("nonsense");

    var result = Copies.copy(log.growTo(1_000), folder);

    assertThat(result).isInstanceOf(Copied.class);
    Copies.holds(folder, log);
    assertThat(Copies.files(folder).keySet())
        .noneMatch(name -> name.startsWith(".incoming"))
        .doesNotContain("tile/0/900", "nonsense");
  }

  private void leave(String path) throws IOException {
    var file = folder.resolve(".incoming").resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, new byte[] {9, 9, 9});
  }
}
