package dev.picturelock.cli.log;

import dev.picturelock.cli.terminal.Ending;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `picturelock log`: a log as plain files.
@Command(
    name = "log",
    description =
        "Copies logs into folders that any static file server can serve, and checks them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {LogExportCommand.class, LogMirrorCommand.class, LogCheckCommand.class})
public final class LogCommand implements Runnable {

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  boolean help;

  LogCommand() {}

  @Override
  public void run() {
    throw new ParameterException(Ending.commandOf(spec), "say what to do: export, mirror or check");
  }
}
