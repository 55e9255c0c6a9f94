package dev.picturelock.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.localstack.process.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The measurements of a running stack work. What they come to says nothing while tests run, so
/// that a bar is missed (1) is as good as that it is met (0); 2 is for what cannot be measured.
@FlowTest
@Order(8)
class LedgerBenchmarksTest {
  private static final int MISSED = 1;
  private static final int PATIENCE_MINUTES = 10;

  private final RunningStack stack;
  private final Path folder;

  LedgerBenchmarksTest(RunningStack stack, @TempDir Path folder) {
    this.stack = stack;
    this.folder = folder;
  }

  @Test
  void measureHowEventsComeIntoTheLedger() throws Exception {
    var said = bench("ledger-integrate", "--events", "500", "--warm-up", "0");

    assertThat(said).contains("as fast as they go", "at half of that");
  }

  @Test
  void measureHowLongReceiptsTakeAndThenHowLongReadersWait() throws Exception {
    var said =
        bench(
            "ledger-receipt",
            "--connections",
            "8",
            "--seconds",
            "2",
            "--warm-up",
            "0",
            "--rate",
            "10");

    // at half of what the stack can do just now, if that is less than asked for
    assertThat(said).contains("open loop at ");

    // the log of the title has entries now
    var files = bench("ledger-tiles", "--seconds", "2", "--warm-up", "0", "--rate", "20");

    assertThat(files).contains("from the database", "cached", "{304=");
  }

  private String bench(String... arguments) throws Exception {
    var jar = RunningStack.ROOT.resolve("benchmarks/target/picturelock-benchmarks.jar");
    var line =
        new ArrayList<>(
            List.of(
                "-Xmx256m",
                // measures worse and starts sooner
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicturelock.root=" + RunningStack.ROOT,
                "-jar",
                jar.toString()));
    line.addAll(List.of(arguments));
    var output = folder.resolve("output");
    var process = new Command(Command.java(line), stack.environment(), output).start();
    assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
    var said = Files.readString(output);
    assertThat(process.exitValue()).as(said).isBetween(0, MISSED);
    return said;
  }
}
