package dev.picturelock.cli.log;

import dev.picturelock.cli.terminal.Ending;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `picturelock log check`: is this copy whole?
@Command(
    name = "check",
    description = {
      "Checks a copied log offline: signature, every entry, every tile, the root, and that each log"
          + " follows the one before it. Names the first thing that is not as it should be."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:everything holds",
      "1:something does not; it is named",
      "2:wrong usage, or there is no log"
    })
public final class LogCheckCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Mixin FolderOptions folder = new FolderOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  boolean help;

  LogCheckCommand() {}

  @Override
  public Integer call() {
    var command = Ending.commandOf(spec);
    var terminal = new Terminal(command.getOut(), command.getErr(), new Stop());
    return Ending.of(command, () -> new FolderCheck(folder, terminal).run());
  }
}
