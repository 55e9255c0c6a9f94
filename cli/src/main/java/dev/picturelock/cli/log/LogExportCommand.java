package dev.picturelock.cli.log;

import dev.picturelock.cli.terminal.Ending;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `picturelock log export`: a complete static copy, now.
@Command(
    name = "export",
    description = {
      "Writes the logs of a title as a static log (C2SP tlog-tiles) that any file server can serve and"
          + " any tool for such logs verifies, with everything else switched off.",
      "",
      "Hashes every entry and every tile again before the checkpoint is written. May be killed at any"
          + " moment; a repeat goes on where it stopped and fetches only what is missing."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the folder holds what the service has",
      "1:refused; the log is damaged or has another past than the folder, which is as it was",
      "2:wrong usage, no right to read, or no connection"
    })
public final class LogExportCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Mixin CopyOptions options = new CopyOptions();

  LogExportCommand() {}

  @Override
  public Integer call() {
    var command = Ending.commandOf(spec);
    var terminal = new Terminal(command.getOut(), command.getErr(), new Stop());
    return Ending.of(
        command,
        () -> {
          var copies = options.copies(terminal);
          try (var _ = FolderLock.on(options.folder())) {
            return copies.stream().allMatch(copy -> copy.run(true));
          }
        });
  }
}
