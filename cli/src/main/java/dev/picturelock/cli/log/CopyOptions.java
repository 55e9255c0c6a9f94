package dev.picturelock.cli.log;

import dev.picturelock.cli.api.Api;
import dev.picturelock.cli.api.ApiOptions;
import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.contracts.event.TitleId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which logs are copied, where from and where to.
final class CopyOptions {

  @Mixin FolderOptions folder = new FolderOptions();

  @Option(
      names = "--title",
      paramLabel = "T",
      description = "copy all logs of this title, the growing one and those before it")
  @Nullable String title;

  @Option(
      names = "--log-of-logs",
      description = "copy the log of logs, into DIR/" + Folders.LOG_OF_LOGS + "/<its number>")
  boolean logOfLogs;

  @Mixin ApiOptions options = new ApiOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  boolean help;

  Path folder() {
    return folder.path();
  }

  List<SetCopy> copies(Terminal terminal) {
    var copies = new ArrayList<SetCopy>();
    var api = api();
    if (title != null) {
      var set = LogSet.ofTitle(api, title, folder());
      copies.add(new SetCopy(set, folder.keys(), DurableFiles.DISK, terminal));
    }
    if (logOfLogs) {
      var set = LogSet.ofLogs(api, folder());
      copies.add(
          new SetCopy(set, folder.logOfLogsKeys(title == null), DurableFiles.DISK, terminal));
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
}
