package dev.picturelock.cli.log;

import dev.picturelock.cli.api.Api;
import dev.picturelock.cli.api.ApiOptions;
import dev.picturelock.cli.terminal.Inputs;
import dev.picturelock.cli.terminal.KeyInput;
import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.contracts.event.TitleId;
import dev.picturelock.tlog.note.VerifierKey;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which logs are copied, where from and where to.
final class CopyOptions {

  @Parameters(paramLabel = "DIR", description = "the folder; each log lies in DIR/<its number>")
  String folder = "";

  @Option(
      names = "--title",
      paramLabel = "T",
      description = "copy all logs of this title, the growing one and those before it")
  @Nullable String title;

  @Option(
      names = "--log-of-logs",
      description = "copy the log of logs, into DIR/" + Folders.LOG_OF_LOGS + "/<its number>")
  boolean logOfLogs;

  @Option(
      names = "--key",
      paramLabel = "VKEY|FILE",
      description = {
        "verifier key of the title's first log from a source you trust, or a file that holds it; later"
            + " keys follow from it, but for one whose predecessor was stolen: give that one too."
            + " Without any the first copy believes the service"
      })
  List<String> keys = new ArrayList<>();

  @Mixin ApiOptions options = new ApiOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  boolean help;

  Path folder() {
    try {
      return Path.of(folder).toAbsolutePath().normalize();
    } catch (InvalidPathException _) {
      throw new UnusableInputException("not a folder: " + folder);
    }
  }

  List<SetCopy> copies(Terminal terminal) {
    var copies = new ArrayList<SetCopy>();
    var api = api();
    if (title != null) {
      var set = LogSet.ofTitle(api, title, folder());
      copies.add(new SetCopy(set, keys(), DurableFiles.DISK, terminal));
    }
    if (logOfLogs) {
      var set = LogSet.ofLogs(api, folder());
      copies.add(new SetCopy(set, title == null ? keys() : List.of(), DurableFiles.DISK, terminal));
    }
    return copies;
  }

  private Api api() {
    if (title == null && !logOfLogs) {
      throw new UnusableInputException("say what to copy: --title T, --log-of-logs, or both");
    }
    if (title != null && !TitleId.isOne(title)) {
      throw new UnusableInputException("'" + title + "' cannot be the name of a title");
    }
    return options.api();
  }

  private List<VerifierKey> keys() {
    var inputs = new Inputs(System.in);
    return keys.stream().map(key -> KeyInput.read(inputs, key)).toList();
  }
}
