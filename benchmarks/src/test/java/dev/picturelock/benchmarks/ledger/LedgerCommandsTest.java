package dev.picturelock.benchmarks.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// A few seconds of each measurement, with bars that anything meets.
class LedgerCommandsTest {

  @Test
  void appendsAndComparesWithPlainRows() {
    var command = new CommandLine(new LedgerAppendCommand());

    int code =
        command.execute("--entries", "2000", "--warm-up", "500", "--batch", "100", "--rate", "1");

    // a loss from one half of a second to the next says nothing
    assertThat(code).isBetween(0, 1);
  }

  @Test
  void auditsFromTheDatabaseAndFromFiles() {
    var command = new CommandLine(new LedgerFsckCommand());

    assertThat(command.execute("--entries", "700", "--rounds", "1", "--rate", "1")).isZero();
  }

  @Test
  void theRateAroundASizeLeavesOutWhatCameLongBeforeAndAfter() {
    var growth = new Growth(10);
    for (int batch = 0; batch < 40; batch++) {
      growth.add(batch >= 10 && batch < 30 ? 1_000_000_000L : 1L);
    }

    assertThat(growth.around(200).perSecond()).isEqualTo(10);
    assertThat(growth.around(400).each().count()).isEqualTo(20);
  }
}
