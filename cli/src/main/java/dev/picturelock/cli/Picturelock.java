package dev.picturelock.cli;

import dev.picturelock.cli.log.LogCommand;
import dev.picturelock.cli.policy.ClassifyCommand;
import dev.picturelock.cli.policy.PacksCommand;
import dev.picturelock.cli.receipt.ReceiptCommand;
import dev.picturelock.cli.terminal.ExitCode;
import dev.picturelock.cli.terminal.SafeText;
import dev.picturelock.cli.verify.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/// The command line `picturelock`; every level answers `--help`.
@Command(
    name = "picturelock",
    description = "Provenance of AI-generated assets in film and series production.",
    mixinStandardHelpOptions = true,
    versionProvider = Picturelock.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      VerifyCommand.class,
      ReceiptCommand.class,
      LogCommand.class,
      ClassifyCommand.class,
      PacksCommand.class,
      HelpCommand.class
    })
public final class Picturelock {

  private Picturelock() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /// The whole command line, as tests run it in their own process.
  public static CommandLine commandLine() {
    return new CommandLine(new Picturelock())
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(Picturelock::broken);
  }

  /// An error of ours must not look like a receipt that failed, so it does not end with 1.
  private static int broken(
      Exception error, CommandLine command, CommandLine.ParseResult arguments) {
    command.getErr().println("picturelock: unexpected " + SafeText.of(error.toString()));
    return ExitCode.UNUSABLE;
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Picturelock.class.getPackage().getImplementationVersion();
      return new String[] {"picturelock " + (version == null ? "(not packaged)" : version)};
    }
  }
}
