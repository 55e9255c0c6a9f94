package dev.picturelock.benchmarks;

import dev.picturelock.benchmarks.decisions.DecisionsCommand;
import dev.picturelock.benchmarks.ledger.LedgerAppendCommand;
import dev.picturelock.benchmarks.ledger.LedgerFsckCommand;
import dev.picturelock.benchmarks.stack.IntakeCommand;
import dev.picturelock.benchmarks.stack.LedgerIntegrateCommand;
import dev.picturelock.benchmarks.stack.LedgerReceiptCommand;
import dev.picturelock.benchmarks.stack.LedgerTilesCommand;
import dev.picturelock.benchmarks.stack.PreviewCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// The command line `./bench`; every level answers `--help`.
@Command(
    name = "bench",
    description = "Measures parts of Picturelock on this machine.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DecisionsCommand.class,
      IntakeCommand.class,
      LedgerAppendCommand.class,
      LedgerFsckCommand.class,
      LedgerIntegrateCommand.class,
      LedgerReceiptCommand.class,
      LedgerTilesCommand.class,
      PreviewCommand.class,
      HelpCommand.class
    })
public final class Benchmarks {
  private static final int UNUSABLE = 2;

  private Benchmarks() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /// - **Exit codes:** 0 every bar is met, 1 one is missed, 2 nothing could be measured
  public static CommandLine commandLine() {
    return new CommandLine(new Benchmarks())
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(Benchmarks::broken);
  }

  /// Picocli's own answer would be 1, as if a bar had been measured and missed.
  private static int broken(
      Exception error, CommandLine command, CommandLine.ParseResult arguments) {
    if (!(error instanceof UnusableException)) {
      error.printStackTrace(command.getErr());
    }
    var name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + error.getMessage());
    return UNUSABLE;
  }
}
