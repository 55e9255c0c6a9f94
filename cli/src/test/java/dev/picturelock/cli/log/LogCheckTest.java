package dev.picturelock.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder with the log of a title and the log of logs, each with a key of its own.
class LogCheckTest {
  private static final SampleLog TITLE = SampleLog.of(3);
  private static final SampleLog LOG_OF_LOGS =
      new SampleLog(SampleLog.signer("localhost/prov", 5)).growTo(2);

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    write(TITLE, folder.resolve("1"));
    write(LOG_OF_LOGS, folder.resolve(Folders.LOG_OF_LOGS).resolve("1"));
  }

  @Test
  void saysOfWhichKeysNobodyVouchesFor() {
    var none = check();
    var one = check("--key", TITLE.key().format());

    assertThat(none.exitCode()).isZero();
    assertThat(none.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("OK log 1", "not vouched for", "with --key"),
            line ->
                assertThat(line)
                    .contains("OK log of logs 1", "not vouched for", "with --log-of-logs-key"));
    assertThat(one.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("OK log 1").doesNotContain("vouched"),
            line -> assertThat(line).contains("OK log of logs 1", "not vouched for"));
  }

  @Test
  void holdsEachLogAgainstTheKeyThatWasGivenForIt() {
    var title = TITLE.key().format();
    var logOfLogs = LOG_OF_LOGS.key().format();

    var both = check("--key", title, "--log-of-logs-key", logOfLogs);
    var wrong = check("--key", title, "--log-of-logs-key", title);

    assertThat(both.exitCode()).isZero();
    assertThat(both.out()).contains("OK log of logs 1: 2 entries").doesNotContain("vouched");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.out())
        .contains("DAMAGED log of logs 1: its key")
        .contains("is none of those given with --log-of-logs-key");
  }

  @Test
  void takesTheOnlyKeyForTheOnlyLogs() throws IOException {
    Files.delete(folder.resolve("1/checkpoint"));

    var check = check("--key", LOG_OF_LOGS.key().format());

    assertThat(check.exitCode()).isZero();
    assertThat(check.out()).contains("OK log of logs 1").doesNotContain("vouched");
  }

  private Run check(String... more) {
    var arguments = new String[more.length + 3];
    System.arraycopy(more, 0, arguments, 3, more.length);
    arguments[0] = "log";
    arguments[1] = "check";
    arguments[2] = folder.toString();
    return Run.of(arguments);
  }

  private static void write(SampleLog log, Path folder) throws IOException {
    for (var file : log.files.entrySet()) {
      var path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Files.writeString(folder.resolve("key"), log.key().format() + "\n");
  }
}
