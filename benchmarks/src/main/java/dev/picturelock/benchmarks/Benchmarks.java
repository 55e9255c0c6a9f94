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

  private Benchmarks() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Benchmarks()).setUsageHelpAutoWidth(true);
  }
}
