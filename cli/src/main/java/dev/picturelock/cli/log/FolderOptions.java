package dev.picturelock.cli.log;

import dev.picturelock.cli.terminal.Inputs;
import dev.picturelock.cli.terminal.KeyInput;
import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.tlog.note.VerifierKey;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which folder, and whom to believe about the keys of the logs in it.
final class FolderOptions {
  private static final String KEY = "--key";
  private static final String LOG_OF_LOGS_KEY = "--log-of-logs-key";

  @Parameters(
      paramLabel = "DIR",
      description = "the folder; each log lies in DIR/<its number>, or a single one in DIR itself")
  String folder = "";

  @Option(
      names = KEY,
      paramLabel = "VKEY|FILE",
      description = {
        "verifier key of the first log from a source you trust, or a file that holds it; later keys"
            + " follow from it, but for one whose predecessor was stolen: give that one too. Without any"
            + " a first copy believes the service, and a check shows damage but not who signed"
      })
  List<String> keys = new ArrayList<>();

  @Option(
      names = LOG_OF_LOGS_KEY,
      paramLabel = "VKEY|FILE",
      description = "the same of the log of logs")
  List<String> logOfLogsKeys = new ArrayList<>();

  Path path() {
    try {
      return Path.of(folder).toAbsolutePath().normalize();
    } catch (InvalidPathException _) {
      throw new UnusableInputException("not a folder: " + folder);
    }
  }

  GivenKeys keys() {
    return new GivenKeys(KEY, read(keys.stream()));
  }

  /// - **alone** whether no other log is meant, so that `--key` can only be about this one
  GivenKeys logOfLogsKeys(boolean alone) {
    var given =
        alone ? Stream.concat(logOfLogsKeys.stream(), keys.stream()) : logOfLogsKeys.stream();
    return new GivenKeys(LOG_OF_LOGS_KEY, read(given));
  }

  private static List<VerifierKey> read(Stream<String> given) {
    var inputs = new Inputs(System.in);
    return given.map(key -> KeyInput.read(inputs, key)).toList();
  }
}
