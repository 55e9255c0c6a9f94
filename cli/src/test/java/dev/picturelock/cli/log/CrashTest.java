package dev.picturelock.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.cli.log.LogCopy.Result.Copied;
import dev.picturelock.tlog.audit.AuditResult.Sound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrashTest {

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 257", "1, 2", "200, 256", "300, 520", "300, 300"})
  void holdsTheOldOrTheNewLogWheneverTheMachineDies(int before, int after) throws IOException {
    int deaths = 0;
    for (var death : Death.values()) {
      boolean died = true;
      for (int at = 1; died; at++) {
        var dir = folder.resolve(death + "-" + at);
        var log = SampleLog.of(before);
        if (before > 0) {
          Copies.copy(log, dir);
        }
        var old = log.signed();
        log.growTo(after);

        died = dies(death, at, log, dir);
        deaths += died ? 1 : 0;

        if (Files.exists(dir.resolve("checkpoint"))) {
          var result = Copies.audit(dir);
          assertThat(result).as("%s at %d", death, at).isInstanceOf(Sound.class);
          assertThat(((Sound) result).checkpoint()).isIn(old, log.signed());
        } else {
          assertThat(before).as("%s at %d", death, at).isZero();
        }
        assertThat(Copies.copy(log, dir)).isInstanceOf(Copied.class);
        Copies.holds(dir, log);
        assertThat(Copies.files(dir).keySet()).noneMatch(name -> name.startsWith(".incoming"));
      }
    }
    assertThat(deaths).isGreaterThan(before == after ? 3 : 30);
  }

  @Test
  void goesOnWithWhatItHadWhenItDied() {
    var log = SampleLog.of(20_000);
    var files = new FaultyFiles(200, false);

    try {
      Copies.copy(log, folder, files);
    } catch (UncheckedIOException _) {
      // as meant
    }
    assertThat(files.survived()).isFalse();
    log.asked.clear();
    Copies.copy(log, folder);

    // 200 operations are 100 files, each made after its folder was.
    assertThat(log.asked).hasSizeLessThan(log.files.size() - 95);
    Copies.holds(folder, log);
  }

  /// What a death takes along.
  private enum Death {
    PROCESS,
    POWER,
    POWER_BUT_SOME_NAMES_STAY
  }

  private static boolean dies(Death death, int at, SampleLog log, Path dir) throws IOException {
    var files = new FaultyFiles(at, death == Death.PROCESS);
    try {
      Copies.copy(log, dir, files);
    } catch (UncheckedIOException e) {
      assertThat(e).hasCauseInstanceOf(FaultyFiles.DeathException.class);
    }
    if (files.survived()) {
      return false;
    }
    var random = new Random(at);
    BooleanSupplier lost =
        switch (death) {
          case PROCESS -> () -> false;
          case POWER -> () -> true;
          case POWER_BUT_SOME_NAMES_STAY -> random::nextBoolean;
        };
    files.losePower(lost);
    return true;
  }
}
