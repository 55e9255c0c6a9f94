package dev.picturelock.benchmarks.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.benchmarks.Benchmarks;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/// A few seconds of each measurement, with bars that anything meets.
class LedgerCommandsTest {

  @Test
  void appendsAndComparesWithPlainRows() {
    var run =
        run(
            "ledger-append",
            "--entries",
            "2000",
            "--warm-up",
            "500",
            "--batch",
            "100",
            "--rate",
            "1");

    // a loss from one half of a second to the next says nothing, so a missed bar is as good as none
    assertThat(run.code()).as(run.said()).isBetween(0, 1);
    assertThat(run.said())
        .containsPattern("ledger +100 +2000 +\\d+")
        .containsPattern("plain INSERT of the rows +100 +2000 +\\d+")
        .containsPattern("full audit of it +2000 +\\d+")
        .containsPattern("# \\S+/s at 2,000 entries");
  }

  @Test
  void auditsFromTheDatabaseAndFromFiles() {
    var run = run("ledger-fsck", "--entries", "700", "--rounds", "1", "--rate", "1");

    assertThat(run.code()).as(run.said()).isZero();
    assertThat(run.said())
        .containsPattern("from the database +700 entries")
        .containsPattern("from files +700 entries");
  }

  @Test
  void whatCannotBeMeasuredIsNoMissedBar() {
    var run = run("ledger-fsck", "--bytes", "-1");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.said()).contains("bench ledger-fsck: ");
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

  private record Run(int code, String said) {}

  private static Run run(String... arguments) {
    var said = new ByteArrayOutputStream();
    var before = System.out;
    // the commands print as they go, and only there
    System.setOut(new PrintStream(said, true, UTF_8));
    try {
      var error = new StringWriter();
      int code = Benchmarks.commandLine().setErr(new PrintWriter(error, true)).execute(arguments);
      return new Run(code, said.toString(UTF_8) + error);
    } finally {
      System.setOut(before);
    }
  }
}
